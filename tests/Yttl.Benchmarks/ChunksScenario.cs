using Yttl.Benchmarks.Results;
using Yttl.TestKit;
using Yttl.TestKit.Tones;

namespace Yttl.Benchmarks;

/// <summary>
/// The ways to cut audio against each other, on tone speech of which every word is known: how long the built
/// <c>yttl</c> takes on one core and on two, how many words come back, and how far off they are; then equal lengths and
/// numbers of workers. Real ffmpeg.
/// </summary>
internal static class ChunksScenario
{
    /// <summary>The proportions that the plan assumes of a server of one's own, fifty times as fast.</summary>
    private static readonly (double Call, double Window) Cost = (0.2 / 50, 4.0 / 50);

    /// <summary>Two runs of the same plan differ by so much.</summary>
    private static readonly Target NoSlower = Target.AtLeast(0.95);

    public static async Task<IReadOnlyList<ResultTable>> RunAsync(ScenarioOptions options)
    {
        using var folder = new TempFolder();
        // For two workers, the one is about the best length to be cut equally, and the other about the worst.
        var talks = (options.IsQuick ? (int[])[6] : [30, 35]).Select(minutes => new SpokenTalk(
            folder, ToneTalk.Make(TimeSpan.FromMinutes(minutes), breathless: (minutes * 15, minutes * 30)) with
            {
                Noise = 0.003,
            })).ToList();
        var tables = new List<ResultTable>();
        for (var cores = 1; cores <= Math.Min(2, Environment.ProcessorCount); cores++)
        {
            foreach (var talk in talks)
                tables.Add(await CompareStrategiesAsync(talk, cores));
        }

        tables.Add(await CompareLengthsAsync(talks[0]));
        tables.Add(await CompareWorkersAsync(talks[0]));
        return tables;
    }

    private static async Task<ResultTable> CompareStrategiesAsync(SpokenTalk talk, int cores) => Table(
        $"Strategies on {(cores == 1 ? "one core" : $"{cores} cores")}, {talk.Name}",
        "How much sooner a transcript is there than with equal lengths; no word and no time stamp may pay for it.",
        "fixed ÷ this",
        [
            ("fixed", await talk.HearAsync(Cost, cores, "--chunk-size-strategy", "fixed"), null),
            ("adaptive", await talk.HearAsync(Cost, cores, "--chunk-size-strategy", "adaptive"), NoSlower),
            ("memory_optimized", await talk.HearAsync(Cost, cores, "--chunk-size-strategy", "memory_optimized"), null),
        ]);

    private static async Task<ResultTable> CompareLengthsAsync(SpokenTalk talk)
    {
        var heard = new List<(string, Hearing, Target?)>();
        foreach (var seconds in (string[])["300", "30", "60", "120"])
        {
            var hearing = await talk.HearAsync(
                Cost, cores: null, "--chunk-size-strategy", "fixed", "--chunk-seconds", seconds);
            heard.Add(($"{seconds} s", hearing, null));
        }

        return Table(
            $"Equal lengths, {talk.Name}",
            "What chunk_seconds is worth: short chunks pay for more calls, long ones (240 s here) idle at the end.",
            "300 s ÷ this",
            heard);
    }

    private static async Task<ResultTable> CompareWorkersAsync(SpokenTalk talk)
    {
        var heard = new List<(string, Hearing, Target?)>();
        foreach (var workers in (string[])["1", "2", "4", "8"])
            heard.Add((workers, await talk.HearAsync(Cost, cores: null, "--max-concurrent-whisper", workers), null));
        return Table(
            $"Chunks at once, {talk.Name}",
            "What more calls at once are worth where a provider does the work: nearly all of it, until it says 429.",
            "one ÷ this",
            heard);
    }

    /// <param name="rows">The first is what the others are compared with.</param>
    private static ResultTable Table(
        string title, string meaning, string ratio,
        List<(string Name, Hearing Heard, Target? Target)> rows) => new(
        title,
        meaning,
        ["calls", "wall", "words heard", "largest error of a start"],
        ratio,
        [.. rows.Select(row => new Row(row.Name, row.Heard.Figures, rows[0].Heard.Wall / row.Heard.Wall, row.Target))]);
}
