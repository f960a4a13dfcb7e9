using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Yttl.Core.Performance;
using Yttl.Core.Reports;
using Yttl.Core.Summaries;
using Yttl.Workflows;

namespace Yttl.LocalEngine.Engine;

/// <summary>What every step of a run goes through in this sitting, on one monotonic clock. Safe from any thread.</summary>
internal sealed class RunTracker(TimeProvider time) : IDisposable
{
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();
    private readonly long _start = time.GetTimestamp();
    private readonly ConcurrentQueue<StepRecord> _steps = new();
    private readonly ConcurrentQueue<DelayRecord> _delays = new();
    private IReadOnlyList<RunSitting> _earlier = [];
    private IDisposable? _memory;

    /// <summary>Null for a run that nobody reports on.</summary>
    public RunId? Run { get; init; }

    /// <summary>How many steps may run at once; null where that is found out as it goes.</summary>
    public int? Slots { get; init; }

    public RunTracking Tracking { get; init; } = new();

    /// <summary>The video's id, once it is known.</summary>
    public string? Video { get; set; }

    /// <summary>Since the run began.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_start);

    /// <summary>In order of their ends.</summary>
    public IReadOnlyCollection<StepRecord> Steps => _steps;

    /// <summary>Learns what earlier sittings of the run did, and begins to watch.</summary>
    public async Task GoOnAsync(CancellationToken cancellationToken)
    {
        if (Run is { } run && Tracking.Journal is { } journal)
            _earlier = await journal.BeginAsync(run, _startedAt, Slots, cancellationToken);
        // Last: who is cancelled before has nothing to dispose.
        _memory = Tracking.Memory?.Watch();
    }

    /// <returns>Null where nothing is taken down.</returns>
    public StepTracker? Begin(string step, string run) => !Tracking.IsOn ? null : StepTracker.Begin(step, run, Video, _startedAt + Elapsed, time);

    public async Task AddAsync(StepRecord step)
    {
        _steps.Enqueue(step);
        if (Tracking.Logger.IsEnabled(LogLevel.Information) && SlowStep.Describe(step) is { } slow)
            Log.Slow(Tracking.Logger, slow);
        await NoteAsync(new JournalLine { Sitting = _startedAt, Step = step });
    }

    /// <summary>A wait before <paramref name="step"/> is called again has ended, or was cut short.</summary>
    /// <param name="start">As <see cref="Elapsed"/> was.</param>
    public Task AddDelayAsync(string step, TimeSpan start)
    {
        var delay = new DelayRecord(step, _startedAt + start, Elapsed - start);
        _delays.Enqueue(delay);
        return NoteAsync(new JournalLine { Sitting = _startedAt, Delay = delay });
    }

    /// <summary>What a report can know of its own run: everything up to its rendering, which ends the sitting.</summary>
    /// <returns>Null where nothing is taken down.</returns>
    public async Task<ReportPerformance?> MeasureAsync(ReportRequest request)
    {
        if (!Tracking.IsOn)
            return null;
        var sitting = new RunSitting(_startedAt)
        {
            Elapsed = Elapsed,
            Slots = Slots,
            Steps = [.. _steps],
            Delays = [.. _delays],
            Memory = Tracking.Memory?.Since(_start),
        };
        await NoteAsync(new JournalLine { Sitting = _startedAt, Elapsed = sitting.Elapsed, Memory = sitting.Memory });
        return PerformanceMeasure.Of(
            [.. _earlier, sitting],
            Tracking.Prices,
            request.Segments.Count(segment => segment.Status is SummaryStatus.Ok or SummaryStatus.Fallback),
            request.Segments.Concat(request.HourSummaries).Append(request.Overall)
                .Aggregate(default(TokenUsage), (sum, part) => sum + part.Tokens));
    }

    /// <summary>A run that came to no report says by itself what its calls went through.</summary>
    public VideoResult Counted(VideoResult result) => result.Report is not null ? result : result with
    {
        Retries = PerformanceMeasure.RetriesOf(_steps),
        Errors = PerformanceMeasure.ErrorsOf(_steps),
    };

    public void Dispose() => _memory?.Dispose();

    private Task NoteAsync(JournalLine line) => Run is { } run && Tracking.Journal is { } journal
        ? journal.AddAsync(run, line, CancellationToken.None)
        : Task.CompletedTask;
}
