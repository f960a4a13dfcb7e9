using Yttl.Core.Measuring;
using Yttl.Core.Time;

namespace Yttl.Core.Performance;

/// <summary>How one step spent its time. Pure, and exact to the tick.</summary>
/// <remarks>
/// A step waits while at least one of its calls waits and none of its attempts runs, or while the engine waits before
/// it repeats the step. The rest of the time it is at work. Where its calls wait for different reasons at one moment,
/// the rate limit counts before a back-off, and a back-off before its turn.
/// </remarks>
internal sealed class StepTimes
{
    private StepTimes(StepRecord step, TimeSpan origin)
    {
        Step = step;
        (Start, End) = (origin, origin + step.Duration);
        var whole = new TimeRange(TimeSpan.Zero, step.Duration);
        var running = step.Calls.SelectMany(call => TimeRanges.Intersect(Running(call), [whole])).ToList();
        var waits = step.Calls.SelectMany(call => call.Waits).Concat(step.Waits).ToList();
        var waiting = TimeRanges.Subtract(TimeRanges.Intersect(Ranges(waits), [whole]), running);
        var rateLimited = TimeRanges.Intersect(waiting, Ranges(waits, WaitKind.RateLimit));
        var backingOff = TimeRanges.Subtract(
            TimeRanges.Intersect(waiting, Ranges(waits, WaitKind.BackOff)), rateLimited);
        RateLimit = TimeRanges.TotalLength(rateLimited);
        BackOff = TimeRanges.TotalLength(backingOff);
        Queue = TimeRanges.TotalLength(waiting) - RateLimit - BackOff;
        AtWork = [.. TimeRanges.Subtract([whole], waiting).Select(range => Moved(range, origin))];
        Waiting = [.. waiting.Select(range => Moved(range, origin))];
        Busy = TimeRanges.TotalLength(AtWork);
        Work = Busy + running.Aggregate(TimeSpan.Zero, (sum, range) => sum + range.Duration())
            - TimeRanges.TotalLength(running);
    }

    public StepRecord Step { get; }

    /// <summary>Counted from the same moment for all steps of a session.</summary>
    public TimeSpan Start { get; }

    public TimeSpan End { get; }

    /// <summary>When it was at work, counted like <see cref="Start"/>.</summary>
    public IReadOnlyList<TimeRange> AtWork { get; }

    /// <summary>When it waited, counted like <see cref="Start"/>.</summary>
    public IReadOnlyList<TimeRange> Waiting { get; }

    /// <summary>How long it was at work: its duration without its waits.</summary>
    public TimeSpan Busy { get; }

    /// <summary>
    /// How long it would take with its calls one after another: more than <see cref="Busy"/> where calls overlapped.
    /// </summary>
    public TimeSpan Work { get; }

    public TimeSpan Queue { get; }

    public TimeSpan RateLimit { get; }

    public TimeSpan BackOff { get; }

    public TimeSpan Waited => Queue + RateLimit + BackOff;

    /// <param name="from">The origin of the times. A step that starts before it counts from it.</param>
    public static IReadOnlyList<StepTimes> From(IEnumerable<StepRecord> steps, DateTimeOffset from) =>
    [
        .. steps.Select(step => new StepTimes(step, Times.Later(step.Start - from, TimeSpan.Zero)))
            .OrderBy(step => step.Start).ThenBy(step => step.End),
    ];

    private static IEnumerable<TimeRange> Running(CallRecord call) =>
        TimeRanges.Subtract(call.Attempts.Select(attempt => Range(attempt.Start, attempt.Duration)), Ranges(call.Waits));

    private static IEnumerable<TimeRange> Ranges(IEnumerable<WaitRecord> waits, WaitKind? kind = null) => waits
        .Where(wait => kind is null || wait.Kind == kind)
        .Select(wait => Range(wait.Start, wait.Duration));

    // A record from a file may hold any value.
    private static TimeRange Range(TimeSpan start, TimeSpan duration) => new(start, start + Times.Later(duration, TimeSpan.Zero));

    private static TimeRange Moved(TimeRange range, TimeSpan by) => new(range.Start + by, range.End + by);
}
