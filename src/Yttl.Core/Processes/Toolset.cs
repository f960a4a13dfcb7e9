namespace Yttl.Core.Processes;

/// <summary>The programs that YTTL runs: each a full path, or a name that is looked up on PATH on each run.</summary>
public sealed record Toolset(string FFmpeg = "ffmpeg", string FFprobe = "ffprobe", string YtDlp = "yt-dlp")
{
    /// <summary>
    /// True to let ffmpeg and ffprobe open only files that contain their media themselves. Required on hosts that read
    /// files chosen by others: a playlist may name files of the host.
    /// </summary>
    public bool ContainersOnly { get; init; }

    /// <summary>
    /// Containers and plain streams, by ffmpeg's names; excludes playlists and scripts (hls, concat, dash, sdp, …).
    /// <c>Yttl.Whisper</c>, which shares no code with this project, has the same list for uploads.
    /// </summary>
    private const string Containers =
        "aac,ac3,aiff,amr,ape,asf,au,avi,caf,dts,eac3,flac,flv,matroska,mov,mp3,mpc,mpc8,mpeg,mpegts,mxf,nut,ogg,rm,tta,"
        + "voc,w64,wav,wv";

    /// <summary>
    /// The input options of ffmpeg and ffprobe for a local file, such that no file content makes them open the network.
    /// </summary>
    /// <remarks>
    /// The <c>file:</c> prefix stops a path that starts with <c>-</c> from being read as an option and one with a colon
    /// from being read as a URL; the protocol whitelist stops a playlist with the name of a media file from opening
    /// URLs.
    /// </remarks>
    internal IReadOnlyList<string> InputOptions(string path) =>
    [
        "-protocol_whitelist", "file",
        .. ContainersOnly ? ["-format_whitelist", Containers] : Array.Empty<string>(),
        "-i", $"file:{path}",
    ];
}
