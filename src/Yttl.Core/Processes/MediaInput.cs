namespace Yttl.Core.Processes;

/// <summary>How ffmpeg and ffprobe are given a local file: one that nothing in it can make them leave for the network.</summary>
internal static class MediaInput
{
    /// <summary>
    /// Containers and plain streams, by ffmpeg's names. Playlists and scripts (hls, concat, dash, sdp, …) are none.
    /// <c>Yttl.Whisper</c>, which shares no code with this, has the same list for uploads.
    /// </summary>
    private const string Containers =
        "aac,ac3,aiff,amr,ape,asf,au,avi,caf,dts,eac3,flac,flv,matroska,mov,mp3,mpc,mpc8,mpeg,mpegts,mxf,nut,ogg,rm,tta,"
        + "voc,w64,wav,wv";

    /// <summary>
    /// The prefix keeps a path that begins with <c>-</c> from being an option and one with a colon from being an
    /// address; the white list of protocols keeps a playlist that is named like a film from opening addresses.
    /// </summary>
    public static IReadOnlyList<string> Arguments(Toolset tools, string path) =>
    [
        "-protocol_whitelist", "file",
        .. tools.ContainersOnly ? ["-format_whitelist", Containers] : Array.Empty<string>(),
        "-i", $"file:{path}",
    ];
}
