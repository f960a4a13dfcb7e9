using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Benchmarks.Results;
using Yttl.Core.Measuring;
using Yttl.Core.Summaries;
using Yttl.LocalEngine.Storage;
using Yttl.TestKit;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Seam;

namespace Yttl.Benchmarks;

/// <summary>
/// What remembering finished work gives and takes: a run that finds all of it, and what each step pays for being kept.
/// </summary>
internal static class RememberScenario
{
    private static readonly TimeSpan Call = TimeSpan.FromSeconds(0.1);

    public static async Task<IReadOnlyList<ResultTable>> RunAsync(ScenarioOptions options)
    {
        await LoopbackTalk.WarmUpAsync();
        return [await RunTwiceAsync(hours: 2), await MeasureStepsAsync(steps: options.IsQuick ? 30 : 300)];
    }

    private static async Task<ResultTable> RunTwiceAsync(int hours)
    {
        using var talk = new LoopbackTalk(hours);
        await using var model = await TimedModel.StartAsync(Call);
        var first = await talk.SummarizeAsync(model.BaseUrl, Pace.Auto, "home", Reuse.Everything);
        var firstCalls = model.TakeCount().Calls;
        var second = await talk.SummarizeAsync(model.BaseUrl, Pace.Auto, "home", Reuse.Everything);
        var secondCalls = model.TakeCount().Calls;
        return new ResultTable(
            $"{hours} hours of captions twice, {Figure.Seconds(Call)} a call",
            "A run that finds its work done asks the model nothing and only writes the report.",
            ["calls", "wall"],
            "first ÷ this",
            [
                new Row("first", [Figure.Count(firstCalls), Figure.Seconds(first)], 1),
                new Row(
                    "second", [Figure.Count(secondCalls), Figure.Seconds(second)], first / second, Target.AtLeast(1)),
            ]);
    }

    private static async Task<ResultTable> MeasureStepsAsync(int steps)
    {
        using var folder = new TempFolder();
        var content = new FileArtifactStore(folder.Path);
        var memory = new FileStepMemory(folder.Path, content, NullLogger.Instance);
        var summary = await content.WriteAsync(
            (stream, token) => stream.WriteAsync(new byte[1500], token).AsTask(), default);
        var result = new RememberedResult(
            "summarize-segment", JsonSerializer.Serialize(
                new SummaryOutcome(SummaryStatus.Ok, summary, null, null, new TokenUsage(900, 120)),
                SummariesJson.Default.SummaryOutcome),
            [summary], DateTimeOffset.UnixEpoch);
        var unflushed = Directory.CreateDirectory(folder.PathOf("unflushed")).FullName;
        return new ResultTable(
            $"One step, {steps} times, one after another",
            "What being remembered adds to a call of a tenth of a second; the flush is what makes a kill harmless.",
            ["median", "95 of 100 within"],
            "% of the call",
            [
                await RowAsync("key of an input", null, i => Task.FromResult(Key(i))),
                await RowAsync(
                    "keep, flushed to the disk", Target.AtMost(10), i => memory.KeepAsync(Key(i), result, default)),
                await RowAsync("keep, not flushed", null, i => WriteAsync(unflushed, i, result)),
                await RowAsync("find, content checked", Target.AtMost(1), i => FindAsync(i, isKept: true)),
                await RowAsync("find nothing", Target.AtMost(1), i => FindAsync(-1 - i, isKept: false)),
            ]);

        async Task FindAsync(int i, bool isKept)
        {
            if (await memory.FindAsync(Key(i), default) is not null != isKept)
                throw new InvalidOperationException("What was kept was not found, or what was not was.");
        }

        async Task<Row> RowAsync(string what, Target? target, Func<int, Task> step)
        {
            var times = await TimesAsync(steps, step);
            var median = times[steps / 2];
            return new Row(
                what,
                [Figure.Duration(median.TotalNanoseconds), Figure.Duration(times[steps * 95 / 100].TotalNanoseconds)],
                100 * (median / Call),
                target);
        }
    }

    /// <summary>The same writing and renaming, without waiting for the disk.</summary>
    private static async Task WriteAsync(string folder, int i, RememberedResult result)
    {
        var path = Path.Combine(folder, Key(i).ToString());
        await File.WriteAllTextAsync(path + ".tmp", result.Json + result.Content[0]);
        File.Move(path + ".tmp", path, overwrite: true);
    }

    private static StepKey Key(int i) => StepKey.From(
        "summarize-segment", 3, new StringBuilder("input ").Append(i).Append('x', 400).ToString());

    /// <returns>From the shortest to the longest.</returns>
    private static async Task<List<TimeSpan>> TimesAsync(int steps, Func<int, Task> step)
    {
        await step(0);
        var times = new List<TimeSpan>(steps);
        for (var i = 0; i < steps; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await step(i);
            times.Add(Stopwatch.GetElapsedTime(start));
        }

        times.Sort();
        return times;
    }
}
