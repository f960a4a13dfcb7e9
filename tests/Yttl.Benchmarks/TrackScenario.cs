using Yttl.Benchmarks.Results;

namespace Yttl.Benchmarks;

/// <summary>What it costs to take down every step and call, and whether the sums are those of clocks outside.</summary>
internal static class TrackScenario
{
    public static async Task<IReadOnlyList<ResultTable>> RunAsync(ScenarioOptions options)
    {
        await LoopbackTalk.WarmUpAsync();
        return
        [
            await CompareAsync(hours: options.IsQuick ? 2 : 10, rounds: options.IsQuick ? 2 : 7),
            await HoldAgainstClocksAsync(hours: 2, TimeSpan.FromSeconds(options.IsQuick ? 0.1 : 1)),
        ];
    }

    private static async Task<ResultTable> CompareAsync(int hours, int rounds)
    {
        using var talk = new LoopbackTalk(hours);
        await using var model = await TimedModel.StartAsync(TimeSpan.FromSeconds(0.1));
        var (on, off) = (new List<TimeSpan>(), new List<TimeSpan>());
        var (onCpu, offCpu) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var round = 0; round < rounds; round++)
        {
            // Each goes first as often as the other.
            foreach (var tracked in round % 2 == 0 ? (bool[])[true, false] : [false, true])
            {
                var before = Environment.CpuUsage.TotalTime;
                var wall = await talk.SummarizeAsync(model.BaseUrl, Pace.Of(8), "home", tracked: tracked);
                var cpu = Environment.CpuUsage.TotalTime - before;
                (tracked ? on : off).Add(wall);
                (onCpu, offCpu) = tracked ? (onCpu + cpu, offCpu) : (onCpu, offCpu + cpu);
            }
        }

        return new ResultTable(
            $"{hours} hours of captions, {Figure.Seconds(0.1)} a call, {rounds} times each in turn",
            "What a run pays for being measured; processor time is of this process, with the model that answers in it.",
            ["median wall", "processor time"],
            "tracked ÷ not",
            [
                new Row("not tracked", [Figure.Seconds(Median(off)), Figure.Seconds(offCpu)], 1),
                new Row(
                    "tracked, wall", [Figure.Seconds(Median(on)), Figure.Seconds(onCpu)],
                    Median(on) / Median(off), Target.AtMost(1.01)),
                new Row("tracked, processor", [Figure.Seconds(Median(on)), Figure.Seconds(onCpu)], onCpu / offCpu),
            ]);
    }

    private static async Task<ResultTable> HoldAgainstClocksAsync(int hours, TimeSpan latency)
    {
        using var talk = new LoopbackTalk(hours);
        await using var model = await TimedModel.StartAsync(latency);
        await talk.SummarizeAsync(model.BaseUrl, Pace.Of(5), "home");
        var calls = model.TakeTime();
        var measured = talk.Measured!;
        var work = measured.Phases.Where(phase => phase.Name is "summarize-segment" or "consolidate").Sum(phase => phase.WorkSeconds);
        return new ResultTable(
            $"{hours} hours of captions, {Figure.Seconds(latency)} a call, 5 at once",
            "The sums of a run's own records against a clock in the model, and one that is started and stopped by what the "
                + "run says of its progress.",
            ["by the tracker", "by the clock outside"],
            "apart, % of the clock",
            [
                Row("calls of the model, all together", work, calls.TotalSeconds),
                Row("the run, until its report", measured.TotalSeconds, talk.UntilReport.TotalSeconds),
            ]);
    }

    private static Row Row(string name, double tracker, double clock) => new(
        name, [Figure.Seconds(tracker), Figure.Seconds(clock)], 100 * Math.Abs(tracker - clock) / clock, Target.AtMost(1));

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);
}
