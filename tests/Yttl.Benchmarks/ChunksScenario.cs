using Yttl.Benchmarks.Results;
using Yttl.TestKit;
using Yttl.TestKit.Tones;

namespace Yttl.Benchmarks;

/// <summary>
/// The ways to cut audio against each other, on tone speech of which every word is known: how long the built
/// <c>yttl</c> takes on one core and on two, how many words come back, and how far off they are. Real ffmpeg.
/// </summary>
internal static class ChunksScenario
{
    /// <summary>The proportions that the plan assumes of a server of one's own, forty times as fast.</summary>
    private static readonly (double Call, double Window) Cost = (0.2 / 40, 4.0 / 40);

    private static readonly string[] Strategies = ["fixed", "adaptive", "memory_optimized"];

    public static async Task<IReadOnlyList<ResultTable>> RunAsync(ScenarioOptions options)
    {
        using var folder = new TempFolder();
        var minutes = options.IsQuick ? 6 : 40;
        var talk = ToneTalk.Make(TimeSpan.FromMinutes(minutes), breathless: (minutes * 15, minutes * 30)) with
        {
            Noise = 0.003,
        };
        var file = folder.PathOf("talk.wav");
        talk.WriteWave(file);
        var tables = new List<ResultTable>();
        for (var cores = 1; cores <= Math.Min(2, Environment.ProcessorCount); cores++)
            tables.Add(await CompareAsync(folder, talk, file, cores));
        return tables;
    }

    private static async Task<ResultTable> CompareAsync(TempFolder folder, ToneTalk talk, string file, int cores)
    {
        var heard = new List<(string Strategy, Measured Ran, int Calls, ToneScore Score)>();
        foreach (var strategy in Strategies)
        {
            await using var recognizer = await LoopbackRecognizer.StartAsync();
            recognizer.Work = call => Task.Delay(TimeSpan.FromSeconds(
                Cost.Call + Cost.Window * Math.Ceiling(call.Length.TotalSeconds / 30 - 0.01)));
            var ran = MeasuredYttl.Run(
                MeasuredYttl.PinnedTo(cores,
                [
                    BuiltYttl.Path, "transcript", file, "--whisper-base-url", recognizer.BaseUrl.AbsoluteUri,
                    "--chunk-size-strategy", strategy, "--format", "json",
                ]),
                folder.PathOf($"home-{cores}-{strategy}"));
            heard.Add((strategy, ran, recognizer.Calls.Count, ToneScore.Of(talk, ran.Output)));
        }

        var baseline = heard[0].Ran.Wall;
        return new ResultTable(
            Figure.Of($"{talk.Duration.TotalMinutes:0} minutes of speech, a quarter of it without a silence, ")
                + (cores == 1 ? "on one core" : "on two cores"),
            "How much sooner a transcript is there than with equal lengths; no word and no time stamp may pay for it.",
            ["calls", "wall", "words heard", "largest error of a start"],
            "fixed ÷ this",
            [.. heard.Select(one => new Row(
                one.Strategy,
                [
                    Figure.Count(one.Calls), Figure.Seconds(one.Ran.Wall), Figure.Of($"{one.Score.Recall:0.000}"),
                    Figure.Of($"{one.Score.LargestError.TotalMilliseconds:0} ms"),
                ],
                baseline / one.Ran.Wall,
                one.Strategy == "adaptive" ? Target.AtLeast(1) : null))]);
    }
}
