using Yttl.Core.Measuring;
using Yttl.Core.Performance;
using Yttl.Core.Reports.Writing;
using Yttl.Workflows.Hosting;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Engine;

/// <summary>
/// Records what the activities of a run go through in the run's journal, on whichever instance of the app they run. The
/// run is <see cref="RunIdentity.Current"/>.
/// </summary>
internal sealed class RunRecorder(IRunJournal journal, PriceTable prices, TimeProvider time) : IStepRecorder
{
    /// <summary>The largest difference between the clocks of two instances of the app.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(10);

    public StepTracker Begin(string step) =>
        StepTracker.Begin(step, RunIdentity.Current ?? "", video: null, time.GetUtcNow(), time);

    public Task AddAsync(StepRecord step) => AddAsync(new JournalLine { Step = step });

    public Task AddAsync(DelayRecord delay) => AddAsync(new JournalLine { Delay = delay });

    /// <summary>Measures where the time of the run went. The step that writes the report calls it.</summary>
    /// <returns>Null where the run has no journal.</returns>
    public async Task<ReportPerformance?> MeasureAsync(ReportRequest request)
    {
        if (RunIdentity.Current is not { } run)
            return null;
        var sessions = await journal.ReadAsync(new RunId(run), CancellationToken.None);
        if (sessions is not [.., var last])
            return null;
        List<StepRecord> steps = [.. last.Steps.Where(step => IsOfThisRun(step.Start))];
        if (steps is [])
            return null;
        var started = steps.Min(step => step.Start);
        var session = last with
        {
            Started = started,
            Elapsed = time.GetUtcNow() - started,
            Steps = steps,
            Delays = [.. last.Delays.Where(delay => IsOfThisRun(delay.Start))],
        };
        return PerformanceMeasure.From([session], prices, request.CountSummarized(), request.SumTokens());

        // A journal may outlive its run, so an earlier run of this id may have left its own here.
        bool IsOfThisRun(DateTimeOffset start) => start + Skew >= request.Started;
    }

    /// <summary>Adds a line however the activity ends: a stopped run has a journal too.</summary>
    private Task AddAsync(JournalLine line) => RunIdentity.Current is { } run
        ? journal.AddAsync(new RunId(run), line, CancellationToken.None)
        : Task.CompletedTask;
}
