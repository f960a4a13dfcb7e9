namespace Yttl.Core.Processes;

/// <summary>The programs YTTL runs: each a full path, or a name that is looked up on PATH when it is run.</summary>
public sealed record Toolset(string FFmpeg = "ffmpeg", string FFprobe = "ffprobe", string YtDlp = "yt-dlp")
{
    /// <summary>
    /// Whether ffmpeg and ffprobe open only files that hold their sound themselves. For hosts that read what strangers
    /// name: a playlist may name files of the host's own.
    /// </summary>
    public bool ContainersOnly { get; init; }
}
