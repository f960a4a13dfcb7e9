namespace Yttl.Core.Processes;

/// <summary>The programs YTTL runs: each a full path, or a name that is looked up on PATH when it is run.</summary>
public sealed record Toolset(string FFmpeg = "ffmpeg", string FFprobe = "ffprobe", string YtDlp = "yt-dlp");
