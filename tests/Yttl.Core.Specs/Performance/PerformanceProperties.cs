using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Measuring;
using Yttl.Core.Performance;

namespace Yttl.Core.Specs.Performance;

/// <summary>What holds for the records of any run. The model of a step is the set of its seconds.</summary>
public sealed class PerformanceProperties
{
    [Fact]
    public void Every_second_of_a_step_is_at_work_or_waits_for_exactly_one_reason() => ForAll(steps =>
        steps.All(step => step.Busy + step.Queue + step.RateLimit + step.BackOff == step.Step.Duration));

    [Fact]
    public void A_step_waits_where_a_call_of_it_does_and_none_of_its_attempts_runs() => ForAll(steps =>
        steps.All(step => Enumerable.Range(0, (int)step.Step.Duration.TotalSeconds).All(second =>
            IsAtWork(step, second) != Waits(step.Step, second))));

    [Fact]
    public void The_work_of_a_step_counts_attempts_that_run_at_once_each() => ForAll(steps =>
        steps.All(step => step.Work == step.Busy + TimeSpan.FromSeconds(Overlap(step.Step))));

    [Fact]
    public void As_many_are_at_work_at_any_second_as_the_curve_says() => ForAll(steps =>
    {
        var curve = Concurrency.Over(steps);
        return Enumerable.Range(0, 60).All(second =>
            (curve.LastOrDefault(point => point.At <= RandomSteps.Seconds(second))?.Running ?? 0)
            == steps.Count(step => step.AtWork.Any(range => range.Contains(RandomSteps.Seconds(second)))));
    });

    [Fact]
    public void The_curve_ends_at_nothing_and_never_stays_the_same() => ForAll(steps =>
    {
        var curve = Concurrency.Over(steps);
        return (curve.Count == 0 || curve[^1].Running == 0)
            && curve.Zip(curve.Skip(1)).All(pair => pair.First.Running != pair.Second.Running && pair.First.At < pair.Second.At);
    });

    [Fact]
    public void No_slot_is_held_twice_at_once_and_no_more_are_opened_than_are_held_at_once() => ForAll(steps =>
    {
        var held = steps.Select(Concurrency.Held).ToList();
        var slots = Concurrency.Slots(held);
        var clash = Pairs(steps.Count).Any(pair => slots[pair.Left] == slots[pair.Right] && held[pair.Left].Overlaps(held[pair.Right]));
        var most = Enumerable.Range(0, 60)
            .Max(second => held.Count(range => range.Contains(RandomSteps.Seconds(second))));
        // A step without a length takes a slot too, and gives it back at once.
        var empty = held.Any(range => range.Duration() == TimeSpan.Zero);
        return !clash && (empty || slots.DefaultIfEmpty(-1).Max() + 1 == most);
    });

    [Fact]
    public void The_critical_path_is_no_shorter_than_the_busiest_step_and_no_longer_than_all_of_them_or_than_the_run() =>
        ForAll(steps =>
        {
            var length = CriticalPath.Length(steps);
            var all = steps.Aggregate(TimeSpan.Zero, (sum, step) => sum + step.Busy);
            var span = steps.Count == 0 ? TimeSpan.Zero : steps.Max(step => step.End) - steps.Min(step => step.Start);
            return length >= steps.Select(step => step.Busy).DefaultIfEmpty().Max() && length <= all && length <= span;
        });

    [Fact]
    public void The_critical_path_is_what_a_search_of_all_chains_finds() => ForAll(steps =>
        CriticalPath.Length(steps) == steps.Select(step => Chain(steps, step)).DefaultIfEmpty().Max());

    [Fact]
    public void Efficiency_is_from_nothing_to_all() => ForAll(steps =>
        Measure([.. steps.Select(step => step.Step)]).ConcurrentEfficiency is null or (>= 0 and <= 1));

    [Fact]
    public void The_speed_up_is_no_more_than_the_steps_at_once_where_calls_of_a_step_do_not_overlap() => ForAll(steps =>
    {
        var plain = steps.Select(step => step.Step with { Calls = [.. step.Step.Calls.Take(1).Select(WithoutOverlap)] });
        var measured = Measure([.. plain]);
        return (measured.Speedup ?? 0) <= measured.ConcurrencyPeak + 0.001
            && measured.SequentialEquivalentSeconds >= measured.CriticalPathSeconds - 0.001;
    });

    private static void ForAll(Func<IReadOnlyList<StepTimes>, bool> holds) => Check.QuickThrowOnFailure(
        Prop.ForAll(RandomSteps.Some, steps => holds(StepTimes.From(steps, RandomSteps.Origin))));

    private static ReportPerformance Measure(StepRecord[] steps) => PerformanceMeasure.From(
        [new RunSession(RandomSteps.Origin) { Steps = steps }], PriceTable.Empty, 0, default);

    private static CallRecord WithoutOverlap(CallRecord call) => call with { Attempts = [.. call.Attempts.Take(1)] };

    private static bool IsAtWork(StepTimes step, int second) =>
        step.AtWork.Any(range => range.Contains(step.Start + RandomSteps.Seconds(second)));

    private static bool Waits(StepRecord step, int second) =>
        step.Calls.Any(call => call.Waits.Any(wait => Covers(wait.Start, wait.Duration, second)))
        && !step.Calls.Any(call => Runs(call, second));

    private static bool Runs(CallRecord call, int second) =>
        call.Attempts.Any(attempt => Covers(attempt.Start, attempt.Duration, second))
        && !call.Waits.Any(wait => Covers(wait.Start, wait.Duration, second));

    private static int Overlap(StepRecord step) =>
        Enumerable.Range(0, (int)step.Duration.TotalSeconds).Sum(second => Math.Max(0, step.Calls.Count(call => Runs(call, second)) - 1));

    private static bool Covers(TimeSpan start, TimeSpan length, int second) =>
        start <= RandomSteps.Seconds(second) && RandomSteps.Seconds(second) < start + length;

    private static TimeSpan Chain(IReadOnlyList<StepTimes> steps, StepTimes last) => last.Busy + steps
        .Where(step => step.End <= last.Start && IsBefore(step, last) && (step.Start < last.Start || step.End < last.End))
        .Select(step => Chain(steps, step))
        .DefaultIfEmpty()
        .Max();

    private static bool IsBefore(StepTimes step, StepTimes other) =>
        !step.Step.SideBySide || !other.Step.SideBySide || step.Step.Makes.Intersect(other.Step.Needs).Any();

    private static IEnumerable<(int Left, int Right)> Pairs(int count) =>
        from left in Enumerable.Range(0, count)
        from right in Enumerable.Range(left + 1, count - left - 1)
        select (left, right);
}
