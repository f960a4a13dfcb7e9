namespace Yttl.Core.Sources;

/// <summary>One YouTube video, with the list it was given in, if it was.</summary>
public sealed record YouTubeVideo(VideoId Id, PlaylistId? Playlist) : Source
{
    public override bool IsList(bool playlistWanted) => playlistWanted && Playlist is not null;

    protected override string Text => Playlist is { } playlist
        ? $"https://www.youtube.com/watch?v={Id}&list={playlist}"
        : $"https://www.youtube.com/watch?v={Id}";
}
