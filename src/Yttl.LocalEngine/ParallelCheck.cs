using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.LocalEngine.Results;
using Yttl.LocalEngine.Settings;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Runs;

namespace Yttl.LocalEngine;

/// <summary>The results of a source run one step at a time and in parallel, and the time of each run.</summary>
/// <param name="Results">The results of the last parallel run.</param>
/// <param name="Rounds">How often each way was timed, in turn.</param>
/// <param name="Sequential">Wall time with one step at a time, the shortest of all rounds.</param>
/// <param name="Parallel">Wall time in parallel, the shortest of all rounds.</param>
/// <param name="Differences">One line per difference, with its video; empty where all runs gave the same.</param>
public sealed record ParallelComparison(
    IReadOnlyList<VideoResult> Results, int Rounds, TimeSpan Sequential, TimeSpan Parallel, IReadOnlyList<string> Differences)
{
    /// <summary>How many times as fast the parallel run is.</summary>
    public double Speedup => Sequential / Parallel;
}

/// <summary>Shows that a parallel run differs from a sequential one in time only.</summary>
public sealed class ParallelCheck(VideoSummarizer summarizer, IArtifactStore artifacts, TimeProvider time)
{
    /// <summary>A longer run hides what a machine does beside it, so it is timed once each way.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Runs a source in turn with one step at a time and in parallel, each time without remembered work, and compares the
    /// reports. A run before them is not timed: it starts servers and fills caches, which would count against the first. A
    /// run under 20 seconds is timed twice each way.
    /// </summary>
    /// <param name="progress">Receives the progress and the results of the last parallel run.</param>
    /// <param name="withText">
    /// Compares the texts of the summaries too. Use it only with a model whose output is always the same.
    /// </param>
    /// <exception cref="YttlException">As <see cref="VideoSummarizer.SummarizeAsync"/>.</exception>
    public async Task<ParallelComparison> RunAsync(
        string source,
        SummarizeOptions options,
        bool withText,
        IProgress<RunUpdate>? progress,
        CancellationToken cancellationToken)
    {
        var fresh = options with { Reuse = Reuse.Nothing };
        var (last, warmUp) = await TimedAsync(source, fresh with { Sequential = false }, null, cancellationToken);
        var rounds = warmUp < Long ? 2 : 1;
        var (sequential, parallel) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        var differences = new List<string>();
        for (var round = 1; round <= rounds; round++)
        {
            var (one, alone) = await TimedAsync(source, fresh with { Sequential = true }, null, cancellationToken);
            (last, var together) = await TimedAsync(
                source, fresh with { Sequential = false }, round == rounds ? progress : null, cancellationToken);
            sequential = TimeSpan.FromTicks(Math.Min(sequential.Ticks, alone.Ticks));
            parallel = TimeSpan.FromTicks(Math.Min(parallel.Ticks, together.Ticks));
            differences.AddRange(await CompareAsync(source, one, last, withText, cancellationToken));
        }

        return new ParallelComparison(last, rounds, sequential, parallel, [.. differences.Distinct()]);
    }

    private async Task<IReadOnlyList<string>> CompareAsync(
        string source,
        IReadOnlyList<VideoResult> one,
        IReadOnlyList<VideoResult> other,
        bool withText,
        CancellationToken cancellationToken)
    {
        var differences = new List<string>();
        if (one.Count != other.Count)
            differences.Add($"{source}: {one.Count} videos sequentially, {other.Count} in parallel");
        foreach (var (first, second) in one.Zip(other))
            differences.AddRange(await CompareAsync(first, second, withText, cancellationToken));
        return differences;
    }

    private async Task<(IReadOnlyList<VideoResult> Results, TimeSpan Time)> TimedAsync(
        string source, SummarizeOptions options, IProgress<RunUpdate>? progress, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var results = await summarizer.SummarizeAsync(source, options, progress, cancellationToken);
        return (results, time.GetElapsedTime(start));
    }

    private async Task<IEnumerable<string>> CompareAsync(
        VideoResult one, VideoResult other, bool withText, CancellationToken cancellationToken)
    {
        var name = other.Title ?? other.Source;
        if (one.Report is not { } first || other.Report is not { } second)
            return one.Status == other.Status ? [] : [$"{name}: {one.Status} sequentially, {other.Status} in parallel"];

        var differences = ReportComparison.Differences(
            await artifacts.ReadJsonAsync(first, ReportsJson.Default.Report, cancellationToken),
            await artifacts.ReadJsonAsync(second, ReportsJson.Default.Report, cancellationToken),
            withText);
        return differences.Select(difference => $"{name}: {difference}");
    }
}
