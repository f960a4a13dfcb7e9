namespace Yttl.Core.Processes;

/// <summary>Runs ffmpeg, ffprobe and yt-dlp.</summary>
public sealed class ProcessRunner
{
    /// <summary>
    /// Runs a program to its end, whatever its exit code. Cancellation and the time-out kill it and all its children
    /// before this returns.
    /// </summary>
    /// <exception cref="Failures.YttlException"><c>tool.missing</c>, <c>tool.timeout</c>.</exception>
    public Task<ToolResult> RunAsync(ToolCall call, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
