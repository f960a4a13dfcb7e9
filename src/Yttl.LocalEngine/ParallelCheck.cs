using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.LocalEngine.Results;
using Yttl.LocalEngine.Settings;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Runs;

namespace Yttl.LocalEngine;

/// <summary>The results of a source run one step at a time and in parallel, and the time of each run.</summary>
/// <param name="Results">The results of the parallel run.</param>
/// <param name="Sequential">Wall time of the run with one step at a time.</param>
/// <param name="Parallel">Wall time of the parallel run.</param>
/// <param name="Differences">One line per difference, with its video; empty where both runs gave the same.</param>
public sealed record ParallelComparison(
    IReadOnlyList<VideoResult> Results, TimeSpan Sequential, TimeSpan Parallel, IReadOnlyList<string> Differences);

/// <summary>Shows that a parallel run differs from a sequential one in time only.</summary>
public sealed class ParallelCheck(VideoSummarizer summarizer, IArtifactStore artifacts, TimeProvider time)
{
    /// <summary>Runs a source twice, each time without remembered work, and compares the reports.</summary>
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
        var (one, sequential) = await TimedAsync(source, fresh with { Sequential = true }, null, cancellationToken);
        var (other, parallel) = await TimedAsync(source, fresh with { Sequential = false }, progress, cancellationToken);

        var differences = new List<string>();
        if (one.Count != other.Count)
            differences.Add($"{source}: {one.Count} videos one after another, {other.Count} side by side");
        foreach (var (first, second) in one.Zip(other))
            differences.AddRange(await CompareAsync(first, second, withText, cancellationToken));
        return new ParallelComparison(other, sequential, parallel, differences);
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
            return one.Status == other.Status ? [] : [$"{name}: {one.Status} one after another, {other.Status} side by side"];

        var differences = ReportComparison.Differences(
            await artifacts.ReadJsonAsync(first, ReportsJson.Default.Report, cancellationToken),
            await artifacts.ReadJsonAsync(second, ReportsJson.Default.Report, cancellationToken),
            withText);
        return differences.Select(difference => $"{name}: {difference}");
    }
}
