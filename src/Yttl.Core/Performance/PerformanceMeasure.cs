using Yttl.Core.Measuring;
using Yttl.Core.Time;

namespace Yttl.Core.Performance;

/// <summary>Every figure of a run's performance, from the records of its steps only. Pure functions.</summary>
/// <remarks>
/// The figures are those of the last session; the times of earlier ones are listed apart. Work is the measured time
/// without waits. Sequential-equivalent = the sum of the work of all steps. Speed-up = sequential-equivalent ÷ the span
/// from the first step's start to the last one's end. Efficiency = the time in which steps were at work, in which calls
/// of one step may overlap, ÷ (slots × span). Slots is the number that was allowed or, where the run found its limit as
/// it went, the most that were used.
/// </remarks>
public static class PerformanceMeasure
{
    /// <param name="sessions">At least one, in their order.</param>
    /// <param name="segments">The number of segments with a summary.</param>
    /// <param name="tokens">Of all summaries, including remembered ones.</param>
    public static ReportPerformance From(
        IReadOnlyList<RunSession> sessions, PriceTable prices, int segments, TokenUsage tokens)
    {
        var session = sessions[^1];
        var steps = StepTimes.From(session.Steps, session.Started);
        var delays = Delays(session);
        var concurrency = Concurrency.Over(steps);
        var peak = Concurrency.Peak(concurrency);
        var span = steps.Count == 0 ? TimeSpan.Zero : steps.Max(step => step.End) - steps.Min(step => step.Start);
        var work = Sum(steps, step => step.Work);
        var slots = Math.Max(session.Slots ?? 0, peak);
        var calls = session.Steps.SelectMany(step => step.Calls).ToList();
        var cost = prices.CostOf(calls);
        return new ReportPerformance(
            Seconds(session.Length),
            [.. steps.GroupBy(step => step.Step.Name).Select(phase => Phase(phase, delays))],
            segments,
            peak,
            tokens,
            steps.Count(step => step.Step.Reused))
        {
            Slots = slots,
            ConcurrentEfficiency = Ratio(Sum(steps, step => step.Busy), span * slots),
            SequentialEquivalentSeconds = Seconds(work),
            Speedup = Ratio(work, span),
            CriticalPathSeconds = Seconds(CriticalPath.Length(steps)),
            MemoryPeakMb = session.Memory is { } memory ? Math.Round(memory.PeakBytes / 1048576.0, 1) : null,
            Retries = RetriesOf(session.Steps),
            ErrorsByProvider = ErrorsOf(session.Steps),
            Waits = Waits(steps, delays),
            Cost = cost,
            Currency = cost is null ? null : prices.Currency,
            Steps = Steps(steps),
            Delays = delays,
            Concurrency = concurrency,
            Memory = session.Memory?.Samples ?? [],
            EarlierSessions = [.. sessions.SkipLast(1).Select(earlier => Earlier(earlier, prices))],
        };
    }

    /// <summary>Repeated attempts of steps and of their calls.</summary>
    public static int RetriesOf(IEnumerable<StepRecord> steps) => steps.Sum(Retries);

    /// <summary>The failed attempts of calls, by provider, then by category.</summary>
    public static IReadOnlyList<CallErrors> ErrorsOf(IEnumerable<StepRecord> steps) =>
        Errors(steps.SelectMany(step => step.Calls));

    private static ReportSession Earlier(RunSession session, PriceTable prices) => new(
        session.Started, Seconds(session.Length), session.Steps.Count, session.Steps.Count(step => step.Reused))
    {
        Retries = RetriesOf(session.Steps),
        Tokens = session.Steps.SelectMany(step => step.Calls).Aggregate(default(TokenUsage), (sum, call) => sum + call.Tokens),
        Cost = prices.CostOf(session.Steps.SelectMany(step => step.Calls)),
        Waits = Waits(StepTimes.From(session.Steps, session.Started), Delays(session)),
    };

    private static List<ReportDelay> Delays(RunSession session) =>
    [
        .. from delay in session.Delays
           let start = delay.Start - session.Started
           orderby start
           select new ReportDelay(delay.Step, start, start + delay.Duration),
    ];

    private static ReportWaits Waits(IReadOnlyList<StepTimes> steps, IEnumerable<ReportDelay> delays) => new(
        Seconds(Sum(steps, step => step.Queue)),
        Seconds(Sum(steps, step => step.RateLimit) + Sum(delays, Length)),
        Seconds(Sum(steps, step => step.BackOff)));

    private static ReportPhase Phase(IGrouping<string, StepTimes> steps, IEnumerable<ReportDelay> all)
    {
        var delays = all.Where(delay => delay.Name == steps.Key).ToList();
        return new(
            steps.Key,
            Seconds(TimeRanges.TotalLength(
            [
                .. steps.Select(step => new TimeRange(step.Start, step.End)),
                .. delays.Select(delay => new TimeRange(delay.Start, delay.End)),
            ])),
            steps.Count())
        {
            WorkSeconds = Seconds(Sum(steps, step => step.Work)),
            WaitSeconds = Seconds(Sum(steps, step => step.Waited) + Sum(delays, Length)),
            Reused = steps.Count(step => step.Step.Reused),
        };
    }

    private static List<ReportStep> Steps(IReadOnlyList<StepTimes> steps)
    {
        var slots = Concurrency.Slots([.. steps.Select(Concurrency.Held)]);
        return [.. steps.Select((step, index) => new ReportStep(
            step.Step.Name, step.Start, step.End, slots[index], 1 + Retries(step.Step), Seconds(step.Waited))
        {
            AtWork = Concurrency.Held(step).Start,
            Waits = [.. step.Waiting.Where(wait => wait.Start >= Concurrency.Held(step).Start)
                .Select(wait => new ReportWait(wait.Start, wait.End))],
            Reused = step.Step.Reused,
            Failure = step.Step.Failure,
            Retries = [.. RetryTimes(step.Step).Select(at => step.Start + at).Order()],
        })];
    }

    private static int Retries(StepRecord step) =>
        Math.Max(0, step.Attempts - 1) + step.Repeats + step.Calls.Sum(call => Math.Max(0, call.Attempts.Count - 1));

    private static IEnumerable<TimeSpan> RetryTimes(StepRecord step) => step.Calls
        .SelectMany(call => call.Attempts.Skip(1).Select(attempt => attempt.Start))
        .Concat(step.Waits.Where(wait => wait.Kind is WaitKind.BackOff).Select(wait => wait.Start + wait.Duration));

    private static List<CallErrors> Errors(IEnumerable<CallRecord> calls) =>
    [
        .. calls
            .SelectMany(call => call.Attempts, (call, attempt) => (call.Provider, attempt.Failure))
            .Where(attempt => attempt.Failure is not null)
            .GroupBy(attempt => (attempt.Provider, Category: attempt.Failure!.Value))
            .OrderBy(group => group.Key.Provider, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Category)
            .Select(group => new CallErrors(group.Key.Provider, group.Key.Category, group.Count())),
    ];

    private static TimeSpan Sum<T>(IEnumerable<T> all, Func<T, TimeSpan> of) =>
        all.Aggregate(TimeSpan.Zero, (sum, one) => sum + of(one));

    private static TimeSpan Length(ReportDelay delay) => delay.End - delay.Start;

    /// <summary>Null where nothing was measured.</summary>
    private static double? Ratio(TimeSpan one, TimeSpan other) =>
        other > TimeSpan.Zero ? Math.Round(one / other, 3) : null;

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 3);
}
