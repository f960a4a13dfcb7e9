using System.Diagnostics;
using Yttl.Core.Artifacts;
using Yttl.Core.Performance;
using Yttl.Core.Processes;
using Yttl.Core.Providers;
using Yttl.Core.Reports;
using Yttl.Core.Segments;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.LocalEngine;
using Yttl.LocalEngine.Results;
using Yttl.LocalEngine.Settings;
using Yttl.LocalEngine.Storage;
using Yttl.TestKit;
using Yttl.TestKit.Http;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Seam;

namespace Yttl.Benchmarks;

/// <summary>How many calls run at once.</summary>
/// <param name="Exactly">Null finds the provider's limit.</param>
internal sealed record Pace(int? Exactly, bool IsSequential)
{
    /// <summary>Every optimisation off, as with <c>--sequential</c>.</summary>
    public static readonly Pace OneAfterAnother = new(1, IsSequential: true);

    public static readonly Pace Auto = new(null, IsSequential: false);

    public static Pace Of(int calls) => new(calls, IsSequential: false);
}

/// <summary>A talk with captions, summarised in this process by a model on 127.0.0.1.</summary>
internal sealed class LoopbackTalk : IDisposable
{
    public const int SegmentsPerHour = 12;

    private const string Provider = "openai";
    private const string Model = "loopback";

    private readonly TempFolder _folder = new();
    private readonly string _file;

    public LoopbackTalk(int hours, int cuesPerHour = 900)
    {
        Segments = [.. Enumerable.Repeat(SegmentsPerHour, hours)];
        _file = _folder.PathOf("talk.vtt");
        SyntheticTalk.Write(_file, TimeSpan.FromHours(hours), cues: hours * cuesPerHour);
    }

    /// <summary>Of each hour.</summary>
    public IReadOnlyList<int> Segments { get; }

    /// <summary>What the last run measured of itself.</summary>
    public ReportPerformance? Measured { get; private set; }

    /// <summary>From when the last run first told of itself until it began its report.</summary>
    public TimeSpan UntilReport { get; private set; }

    public static ModelAnswer Summary { get; } = ModelAnswer.Text("One point is made. Another follows from it.");

    /// <summary>A run that is not measured, so that no measured one compiles what the others use.</summary>
    public static async Task WarmUpAsync()
    {
        using var talk = new LoopbackTalk(hours: 2);
        await using var model = await TimedModel.StartAsync(TimeSpan.Zero);
        await talk.SummarizeAsync(model.BaseUrl, Pace.Auto, "home");
    }

    /// <param name="home">A name: the same home remembers the window that was found, and finished work.</param>
    /// <exception cref="InvalidOperationException">The run did not end complete.</exception>
    public async Task<TimeSpan> SummarizeAsync(
        Uri model, Pace pace, string home, Reuse reuse = Reuse.Nothing, bool tracked = true)
    {
        await using var summarizer = new VideoSummarizer(new HostSettings(
            _folder.PathOf(home), new Toolset(), new YtDlpSettings(),
            new LanguageModelSettings(
                Provider, model, Model, "none", pace.Exactly ?? LanguageModelSettings.Ceiling,
                RetrySettings.Default)
            {
                FindsLimit = pace.Exactly is null,
            })
        {
            TracksPerformance = tracked,
        });
        var clock = Stopwatch.StartNew();
        var stages = new Stages();
        var results = await summarizer.SummarizeAsync(
            _file,
            new SummarizeOptions
            {
                OutputFolder = _folder.PathOf("out"),
                Reuse = reuse,
                Sequential = pace.IsSequential,
                // By the clock, so that the number of calls is known beforehand.
                Sections = new SectionOptions(SectionMode.Fixed),
            },
            stages,
            CancellationToken.None);
        var wall = clock.Elapsed;
        UntilReport = stages.UntilReport;
        Measured = results is [{ Report: { } report }]
            ? (await new FileArtifactStore(_folder.PathOf(home)).ReadJsonAsync(report, ReportsJson.Default.Report, default)).Performance
            : null;
        return results is [{ Status: RunStatus.Complete }]
            ? wall
            : throw new InvalidOperationException(
                $"The run did not end complete: {results[0].Failure?.Message} {string.Join(' ', results[0].Notes)}");
    }

    public void Dispose() => _folder.Dispose();

    private sealed class Stages : IProgress<RunUpdate>
    {
        private long _start;

        public TimeSpan UntilReport { get; private set; }

        public void Report(RunUpdate value)
        {
            if (value.Progress is { Phase: RunPhase.Resolve, Done: 0 })
                _start = Stopwatch.GetTimestamp();
            else if (value.Progress is { Phase: RunPhase.Report, Done: 0 })
                UntilReport = Stopwatch.GetElapsedTime(_start);
        }
    }
}
