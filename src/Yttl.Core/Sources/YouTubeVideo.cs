namespace Yttl.Core.Sources;

/// <summary>A YouTube video, with the playlist of its address where it has one.</summary>
public sealed record YouTubeVideo(VideoId Id, PlaylistId? Playlist) : Source
{
    public override bool IsList(bool playlistWanted) => playlistWanted && Playlist is not null;

    protected override string Text => Playlist is { } playlist
        ? $"https://www.youtube.com/watch?v={Id}&list={playlist}"
        : $"https://www.youtube.com/watch?v={Id}";
}
