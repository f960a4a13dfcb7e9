using Yttl.Benchmarks.Results;
using Yttl.Core.Summaries;

namespace Yttl.Benchmarks;

/// <summary>
/// Captions of several lengths against a model that takes a fixed time a call: one call after another, and side by side
/// from a cold start (nothing known of the provider) and a warm one (its window found by the video before).
/// </summary>
internal static class ParallelScenario
{
    /// <summary>What <c>auto</c> opens with where nothing is known of the provider.</summary>
    private const int Opening = 5;

    private static readonly string[] Columns = ["calls", "at once", "wall", "best possible"];

    public static async Task<IReadOnlyList<ResultTable>> RunAsync(ScenarioOptions options)
    {
        var second = TimeSpan.FromSeconds(options.IsQuick ? 0.1 : 1);
        await LoopbackTalk.WarmUpAsync();
        var tables = new List<ResultTable>
        {
            await CompareAsync(hours: 2, second),
            await CompareLengthsAsync(options.IsQuick ? [1, 2] : [1, 2, 4, 10], TimeSpan.FromSeconds(0.1)),
        };
        if (options.IsFull)
            tables.Insert(1, await CompareAsync(hours: 10, second));
        return tables;
    }

    private static async Task<ResultTable> CompareAsync(int hours, TimeSpan latency)
    {
        using var talk = new LoopbackTalk(hours);
        await using var model = await TimedModel.StartAsync(latency);
        var sequential = await MeasureAsync(talk, model, Pace.OneAfterAnother, "sequential", window: 1);
        var five = await MeasureAsync(talk, model, Pace.Of(5), "five", window: 5);
        var cold = await MeasureAsync(talk, model, Pace.Auto, "auto", LanguageModelSettings.Ceiling);
        var warm = await MeasureAsync(talk, model, Pace.Auto, "auto", LanguageModelSettings.Ceiling);
        var doubling = latency * ListSchedule.DoublingRounds(talk.Segments, Opening, LanguageModelSettings.Ceiling);
        return new ResultTable(
            $"{hours} hours of captions, {Figure.Seconds(latency)} a call",
            "How much sooner a summary is there; the best possible is that of as many at once as may be, without any overhead.",
            Columns,
            "sequential ÷ this",
            [
                sequential.Row("one call after another", sequential, null),
                new Row("goal of the original program: half the time", [], 2),
                five.Row("exactly 5 at once", sequential, null),
                new Row(
                    "best of a window that opens at 5 and doubles with answers alone",
                    ["", "", "", Figure.Seconds(doubling)], sequential.Wall / doubling),
                cold.Row("auto, cold: opens at 5", sequential, Target.AtLeast(6)),
                warm.Row("auto, warm: the window is remembered", sequential, Target.AtLeast(8)),
            ]);
    }

    private static async Task<ResultTable> CompareLengthsAsync(IReadOnlyList<int> lengths, TimeSpan latency)
    {
        var rows = new List<Row>();
        foreach (var hours in lengths)
        {
            using var talk = new LoopbackTalk(hours);
            await using var model = await TimedModel.StartAsync(latency);
            var sequential = await MeasureAsync(talk, model, Pace.OneAfterAnother, "sequential", window: 1);
            var cold = await MeasureAsync(talk, model, Pace.Auto, "auto", LanguageModelSettings.Ceiling);
            var warm = await MeasureAsync(talk, model, Pace.Auto, "auto", LanguageModelSettings.Ceiling);
            rows.Add(sequential.Row($"{hours} h, one call after another", sequential, null));
            rows.Add(cold.Row($"{hours} h, auto, cold", sequential, hours >= 10 ? Target.AtLeast(6) : null));
            rows.Add(warm.Row($"{hours} h, auto, warm", sequential, hours >= 10 ? Target.AtLeast(8) : null));
        }

        return new ResultTable(
            $"Captions of several lengths, {Figure.Seconds(latency)} a call",
            "The longer a video, the more there is to do at once; what does not wait for the model weighs ten times as "
                + "much as at 1 s a call.",
            Columns,
            "sequential ÷ this",
            rows);
    }

    /// <param name="window">Calls at once of the lower bound.</param>
    private static async Task<Measurement> MeasureAsync(
        LoopbackTalk talk, TimedModel model, Pace pace, string home, int window)
    {
        var wall = await talk.SummarizeAsync(model.BaseUrl, pace, home);
        var (calls, peak, latency) = model.TakeCount();
        return new Measurement(calls, peak, wall, latency * ListSchedule.Rounds(talk.Segments, window));
    }

    private sealed record Measurement(int Calls, int Peak, TimeSpan Wall, TimeSpan Bound)
    {
        public Row Row(string name, Measurement sequential, Target? target) => new(
            name,
            [Figure.Count(Calls), Figure.Count(Peak), Figure.Seconds(Wall), Figure.Seconds(Bound)],
            sequential.Wall / Wall,
            target);
    }
}
