namespace Yttl.Core.Processes;

/// <summary>The programs that YTTL runs: each a full path, or a name that is looked up on PATH on each run.</summary>
public sealed record Toolset(string FFmpeg = "ffmpeg", string FFprobe = "ffprobe", string YtDlp = "yt-dlp")
{
    /// <summary>
    /// True to let ffmpeg and ffprobe open only files that contain their media themselves, whatever their names. Required
    /// on hosts that read files chosen by others: a playlist may name files of the host.
    /// </summary>
    public bool ContainersOnly { get; init; }

    /// <summary>Where tools and steps have their temporary files; null for where the system has them.</summary>
    public ScratchSpace? Scratch { get; init; }

    /// <summary>
    /// The input options of ffmpeg and ffprobe for a local file, such that no file content makes them open the network,
    /// and only a file that is named as a playlist makes them open other files.
    /// </summary>
    /// <remarks>
    /// The <c>file:</c> prefix stops a path that starts with <c>-</c> from being read as an option and one with a colon
    /// from being read as a URL; the protocol whitelist stops a playlist from opening URLs, and joining or cutting files by
    /// <c>concat:</c> and <c>subfile:</c>.
    /// </remarks>
    internal IReadOnlyList<string> InputOptions(string path) =>
    [
        "-protocol_whitelist", "file",
        "-format_whitelist",
        !ContainersOnly && MediaFormats.IsNameOfPlaylist(path) ? MediaFormats.WithPlaylists : MediaFormats.Containers,
        "-i", $"file:{path}",
    ];
}
