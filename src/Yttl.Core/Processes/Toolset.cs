namespace Yttl.Core.Processes;

/// <summary>The programs that YTTL runs: each a full path, or a name that is looked up on PATH on each run.</summary>
public sealed record Toolset(string FFmpeg = "ffmpeg", string FFprobe = "ffprobe", string YtDlp = "yt-dlp")
{
    /// <summary>
    /// True to let ffmpeg and ffprobe open only files that contain their media themselves. Required on hosts that read
    /// files chosen by others: a playlist may name files of the host.
    /// </summary>
    public bool ContainersOnly { get; init; }
}
