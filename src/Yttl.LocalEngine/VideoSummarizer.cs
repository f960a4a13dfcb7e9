using Yttl.Workflows;

namespace Yttl.LocalEngine;

/// <summary>
/// Summarises videos in this process: the entry point for programs. One instance may serve many calls at once; all of
/// them share one limit of concurrent model calls.
/// </summary>
public sealed class VideoSummarizer(HostSettings settings) : IDisposable
{
    public HostSettings Settings { get; } = settings;

    /// <summary>Runs a source to its end: writes its reports and says what became of every video in it.</summary>
    /// <param name="source">A URL, a media file or a caption file; see <see cref="Core.Sources.Source"/>.</param>
    /// <param name="progress">Told of every change, with the run it concerns. Called from any thread.</param>
    /// <returns>One result for a single video; one per entry, in order, for a playlist.</returns>
    /// <exception cref="Core.Failures.YttlException">The source cannot be understood, or a playlist cannot be listed.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public Task<IReadOnlyList<VideoResult>> SummarizeAsync(
        string source,
        SummarizeOptions options,
        IProgress<RunUpdate>? progress,
        CancellationToken cancellationToken) => throw new NotImplementedException();

    public void Dispose()
    {
    }
}

/// <param name="Run">The run this concerns; a playlist's videos have runs of their own.</param>
public sealed record RunUpdate(RunId Run, string Source, RunProgress Progress);
