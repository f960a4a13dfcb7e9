using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using Yttl.Benchmarks.Results;
using Yttl.TestKit;

namespace Yttl.Benchmarks.Micro;

/// <summary>
/// The pure parts that all of a video goes through, by BenchmarkDotNet: how time and memory grow with it.
/// </summary>
internal static class MicroScenario
{
    /// <summary>
    /// Ten hours should take ten times an hour. They may take more where an hour fits into caches and the youngest
    /// generation of the heap and they do not; what goes with the square of the length is at 10.
    /// </summary>
    private static readonly Target Linear = Target.AtMost(3);

    private static readonly Type[] Benchmarks =
    [
        typeof(PlannerBenchmarks), typeof(SilenceBenchmarks), typeof(CaptionBenchmarks), typeof(StitcherBenchmarks),
        typeof(SectioningBenchmarks), typeof(ExtractiveBenchmarks), typeof(HtmlBenchmarks),
    ];

    public static Task<IReadOnlyList<ResultTable>> RunAsync(ScenarioOptions options)
    {
        using var folder = new TempFolder();
        var summaries = BenchmarkRunner.Run(Benchmarks, Configuration(options, folder));
        var reports = summaries.SelectMany(summary => summary.Reports).ToList();
        if (reports.FirstOrDefault(report => !report.Success) is { } failed)
            throw new InvalidOperationException($"{failed.BenchmarkCase.DisplayInfo} did not run.");
        return Task.FromResult<IReadOnlyList<ResultTable>>(
        [
            new ResultTable(
                "An hour and ten hours",
                "Whether time grows as the video does, which is 1.00, or with its square, which is 10.00.",
                [$"{HourBenchmark.Short} h", $"{HourBenchmark.Long} h", $"allocated, {HourBenchmark.Long} h"],
                "time of 10 h ÷ 10 of 1 h",
                [.. reports.GroupBy(Name).Select(Row)]),
        ]);
    }

    /// <summary>
    /// In this process, without the build of a program for each: minutes less, and as good where ratios are wanted.
    /// </summary>
    private static ManualConfig Configuration(ScenarioOptions options, TempFolder folder)
    {
        var job = Job.ShortRun
            .WithToolchain(InProcessEmitToolchain.Instance)
            // Long enough for the runtime to have compiled the hot loops for good.
            .WithWarmupCount(options.IsQuick ? 1 : 6)
            .WithIterationTime(TimeInterval.FromMilliseconds(options.IsQuick ? 20 : 120));
        var config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(new StreamLogger(folder.PathOf("log.txt")))
            .WithArtifactsPath(folder.Path)
            .WithOptions(ConfigOptions.DisableLogFile);
        return options.Filter is { } filter ? config.AddFilter(new GlobFilter([filter])) : config;
    }

    private static Row Row(IGrouping<string, BenchmarkReport> runs)
    {
        var (brief, lengthy) = (Of(runs, HourBenchmark.Short), Of(runs, HourBenchmark.Long));
        var growth = lengthy.Nanoseconds / brief.Nanoseconds * HourBenchmark.Short / HourBenchmark.Long;
        return new Row(
            runs.Key,
            [Figure.Duration(brief.Nanoseconds), Figure.Duration(lengthy.Nanoseconds), Figure.Bytes(lengthy.Bytes)],
            growth,
            Linear);
    }

    private static (double Nanoseconds, long Bytes) Of(IEnumerable<BenchmarkReport> runs, int hours)
    {
        var report = runs.Single(run => (int)run.BenchmarkCase.Parameters[nameof(HourBenchmark.Hours)] == hours);
        var allocated = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase);
        return (report.ResultStatistics!.Median, allocated ?? 0);
    }

    private static string Name(BenchmarkReport report)
    {
        var descriptor = report.BenchmarkCase.Descriptor;
        var part = descriptor.Type.Name.Replace("Benchmarks", "", StringComparison.Ordinal);
        return $"{part}.{descriptor.WorkloadMethod.Name}";
    }
}
