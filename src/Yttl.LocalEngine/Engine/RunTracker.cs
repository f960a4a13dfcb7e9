using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Yttl.Core.Measuring;
using Yttl.Core.Performance;
using Yttl.Core.Reports.Writing;
using Yttl.LocalEngine.Logging;
using Yttl.LocalEngine.Storage;
using Yttl.Workflows.Hosting;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Engine;

/// <summary>
/// Records what every step of a run goes through in this session, on one monotonic clock. Safe from any thread.
/// </summary>
internal sealed class RunTracker(RunId run, TimeProvider time) : IStepRecorder, IDisposable
{
    private static readonly AsyncLocal<RunTracker?> Ambient = new();

    private readonly DateTimeOffset _startedAt = time.GetUtcNow();
    private readonly long _start = time.GetTimestamp();
    private readonly ConcurrentQueue<StepRecord> _steps = new();
    private readonly ConcurrentQueue<DelayRecord> _delays = new();
    private IReadOnlyList<RunSession> _earlier = [];
    private IDisposable? _memory;

    public RunId Run => run;

    /// <summary>Null: not journalled.</summary>
    public FileRunJournal? Journal { get; init; }

    /// <summary>How many steps may run at once; null where the run finds its limit as it goes.</summary>
    public int? Slots { get; init; }

    public RunTracking Tracking { get; init; } = new();

    /// <summary>The video's id; null until it is known.</summary>
    public string? Video { get; set; }

    /// <summary>Time since the run began.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_start);

    /// <summary>In the order in which they ended.</summary>
    public IReadOnlyCollection<StepRecord> Steps => _steps;

    /// <summary>Reads the journal of earlier sessions of the run, and begins to watch memory.</summary>
    public async Task GoOnAsync(CancellationToken cancellationToken)
    {
        if (Journal is not null)
            _earlier = await Journal.BeginAsync(run, _startedAt, Slots, cancellationToken);
        // Last: a cancellation before this point leaves nothing to dispose.
        _memory = Tracking.Memory?.Watch();
    }

    public StepTracker? Begin(string step)
    {
        if (!Tracking.IsOn)
            return null;
        Ambient.Value = this;
        return StepTracker.Begin(step, run.Value, Video, _startedAt + Elapsed, time);
    }

    public async Task AddAsync(StepRecord step)
    {
        _steps.Enqueue(step);
        if (Tracking.Logger.IsEnabled(LogLevel.Information) && SlowStep.Describe(step) is { } slow)
            Log.Slow(Tracking.Logger, slow);
        await NoteAsync(new JournalLine { Session = _startedAt, Step = step });
    }

    /// <summary>
    /// Records a wait before <paramref name="step"/> is called again, once it has ended or was cut short.
    /// </summary>
    /// <param name="start">The value of <see cref="Elapsed"/> when the wait began.</param>
    public Task AddDelayAsync(string step, TimeSpan start)
    {
        var delay = new DelayRecord(step, _startedAt + start, Elapsed - start);
        _delays.Enqueue(delay);
        return NoteAsync(new JournalLine { Session = _startedAt, Delay = delay });
    }

    /// <summary>As <see cref="MeasureAsync"/>, for the run of the calling step.</summary>
    public static Task<ReportPerformance?> MeasureCurrentAsync(ReportRequest request) =>
        Ambient.Value?.MeasureAsync(request) ?? Task.FromResult<ReportPerformance?>(null);

    /// <summary>Measures the run up to the rendering of its report, which ends the session.</summary>
    /// <returns>Null where nothing is recorded.</returns>
    public async Task<ReportPerformance?> MeasureAsync(ReportRequest request)
    {
        if (!Tracking.IsOn)
            return null;
        var session = new RunSession(_startedAt)
        {
            Elapsed = Elapsed,
            Slots = Slots,
            Steps = [.. _steps],
            Delays = [.. _delays],
            Memory = Tracking.Memory?.Since(_start),
        };
        await NoteAsync(new JournalLine { Session = _startedAt, Elapsed = session.Elapsed, Memory = session.Memory });
        Tracking.Paces?.Keep(session.Steps);
        return PerformanceMeasure.From([.. _earlier, session], Tracking.Prices, request.CountSummarized(), request.SumTokens());
    }

    /// <summary>Adds the counts of retries and errors to the result of a run without a report.</summary>
    public VideoResult Counted(VideoResult result) => result.Report is not null ? result : result with
    {
        Retries = PerformanceMeasure.RetriesOf(_steps),
        Errors = PerformanceMeasure.ErrorsOf(_steps),
    };

    public void Dispose() => _memory?.Dispose();

    private Task NoteAsync(JournalLine line) =>
        Journal?.AddAsync(run, line, CancellationToken.None) ?? Task.CompletedTask;
}
