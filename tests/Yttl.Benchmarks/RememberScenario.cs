using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Core.Json;
using Yttl.Core.Summaries;
using Yttl.LocalEngine.Storage;
using Yttl.TestKit;
using Yttl.Workflows;

namespace Yttl.Benchmarks;

/// <summary>
/// What remembering adds to a step, in microseconds: to keep a summary's result with and without flushing it to the disk,
/// to find it again, and to find nothing. One after another, as the slowest case.
/// </summary>
internal static class RememberScenario
{
    private const int Steps = 300;

    public static async Task RunAsync()
    {
        using var folder = new TempFolder();
        var content = new FileArtifactStore(folder.Path);
        var memory = new FileStepMemory(folder.Path, content, NullLogger.Instance);
        var summary = await content.WriteAsync(
            (stream, token) => stream.WriteAsync(new byte[1500], token).AsTask(), default);
        var result = new RememberedResult(
            "summarize-segment", JsonSerializer.Serialize(
                new SummaryOutcome(SummaryStatus.Ok, summary, null, null, new TokenUsage(900, 120)),
                CoreJson.Default.SummaryOutcome),
            [summary], DateTimeOffset.UnixEpoch);
        var unflushed = Path.Combine(folder.Path, "unflushed");
        Directory.CreateDirectory(unflushed);

        Console.WriteLine($"remembering a step, {Steps} times      median      p95");
        await MeasureAsync("key of an input", i => Task.FromResult(Key(i)));
        await MeasureAsync("keep, flushed to the disk", i => memory.KeepAsync(Key(i), result, default));
        await MeasureAsync("keep, not flushed", i => WriteAsync(unflushed, i, result));
        await MeasureAsync("find, content checked", async i => Expect(await memory.FindAsync(Key(i), default) is not null));
        await MeasureAsync("find nothing", async i => Expect(await memory.FindAsync(Key(-1 - i), default) is null));
    }

    /// <summary>The same writing and renaming, without waiting for the disk.</summary>
    private static async Task WriteAsync(string folder, int i, RememberedResult result)
    {
        var path = Path.Combine(folder, Key(i).ToString());
        await File.WriteAllTextAsync(path + ".tmp", result.Json + result.Content[0]);
        File.Move(path + ".tmp", path, overwrite: true);
    }

    private static StepKey Key(int i) => StepKey.Of("summarize-segment", 3, new StringBuilder("input ").Append(i).Append('x', 400).ToString());

    private static void Expect(bool holds)
    {
        if (!holds)
            throw new InvalidOperationException("What was kept was not found, or what was not was.");
    }

    private static async Task MeasureAsync(string what, Func<int, Task> step)
    {
        await step(0);
        var times = new List<double>(Steps);
        for (var i = 0; i < Steps; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await step(i);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-34} {times[Steps / 2],8:0} µs {times[Steps * 95 / 100],8:0} µs"));
    }
}
