namespace Yttl.Core.Sources;

/// <summary>
/// A YouTube playlist. Channels and handles are a <see cref="WebPage"/>: only yt-dlp knows what they list.
/// </summary>
public sealed record YouTubePlaylist(PlaylistId Id) : Source
{
    public override bool IsList(bool playlistWanted) => true;

    protected override string Text => $"https://www.youtube.com/playlist?list={Id}";
}
