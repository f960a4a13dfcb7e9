using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Yttl.Benchmarks.Results;
using Yttl.Core.Audio;
using Yttl.TestKit;
using Yttl.TestKit.Http;
using Yttl.TestKit.Tones;

namespace Yttl.Benchmarks;

/// <summary>
/// What a plan costs beside a bare decode, and how busy the workers are. Real ffmpeg and the published <c>yttl</c>; what
/// comes back is for <see cref="ChunksScenario"/>, and memory for <see cref="MemoryScenario"/>.
/// </summary>
internal static class AudioScenario
{
    private const int Workers = 4;

    private const string OneWordHeard =
        """{"language":"english","text":"word","segments":[{"id":0,"start":0,"end":1,"text":" word"}]}""";

    public static async Task<IReadOnlyList<ResultTable>> RunAsync(ScenarioOptions options)
    {
        using var folder = new TempFolder();
        return
        [
            ComparePlan(folder, tenMinutes: options.IsQuick ? 1 : 12, rounds: options.IsQuick ? 1 : 3),
            await MeasureEfficiencyAsync(folder, TimeSpan.FromMinutes(options.IsQuick ? 10 : 60)),
        ];
    }

    private static ResultTable ComparePlan(TempFolder folder, int tenMinutes, int rounds)
    {
        var file = Encoded(folder, tenMinutes);
        string[] bare =
        [
            "-v", "error", "-nostdin", "-y", "-i", file, "-ac", "1", "-ar", "16000", "-f", "s16le",
            folder.PathOf("bare.pcm"),
        ];
        var (ffmpeg, one, many) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            ffmpeg.Add(MeasuredYttl.Run("ffmpeg", folder.Path, bare).Wall.TotalSeconds);
            one.Add(Plan("--sequential"));
            many.Add(Plan());
        }

        return new ResultTable(
            $"A plan of {tenMinutes * 10} minutes of AAC, median of {rounds}",
            "What finding the silences and planning adds to a decode that has to be, and what several decoders save.",
            ["wall"],
            "this ÷ bare ffmpeg",
            [
                Row("bare ffmpeg", ffmpeg, null),
                Row("yttl, one decoder", one, Target.AtMost(1.15)),
                Row($"yttl, a decoder for each of {Environment.ProcessorCount} cores", many, Target.AtMost(0.7)),
            ]);

        double Plan(params string[] more) =>
            MeasuredYttl.Run(PublishedYttl.Path, folder.PathOf("home"), ["plan", file, .. more]).Wall.TotalSeconds;

        Row Row(string name, List<double> times, Target? target) =>
            new(name, [Figure.Seconds(Median(times))], Median(times) / Median(ffmpeg), target);
    }

    private static async Task<ResultTable> MeasureEfficiencyAsync(TempFolder folder, TimeSpan length)
    {
        var talk = folder.PathOf("efficiency.wav");
        ToneTalk.Make(length).WriteWave(talk);
        var rows = new List<Row>();
        foreach (var strategy in (string[])["adaptive", "fixed", "memory_optimized"])
            rows.Add(await MeasureEfficiencyAsync(folder, talk, strategy));
        return new ResultTable(
            Figure.Of($"{length.TotalMinutes:0} minutes of speech, {Workers} workers"),
            "How busy the workers are from the first chunk to the last: what a better plan could still save.",
            ["calls", "span", "no less than"],
            "busy ÷ span",
            rows);
    }

    /// <summary>
    /// A recogniser that takes 0.1 s a call and 0.25 s for each window of 30 s that is begun, and hears one word.
    /// </summary>
    private static async Task<Row> MeasureEfficiencyAsync(TempFolder folder, string talk, string strategy)
    {
        var calls = new ConcurrentBag<(TimeSpan Start, TimeSpan End, double Cost)>();
        var clock = Stopwatch.StartNew();
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            var start = clock.Elapsed;
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            var seconds = body.Length / (double)(PcmFormat.SampleRate * PcmFormat.BytesPerSample);
            var cost = 0.1 + 0.25 * Math.Ceiling(seconds / 30 - 0.01);
            await Task.Delay(TimeSpan.FromSeconds(cost));
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(OneWordHeard));
            calls.Add((start, clock.Elapsed, cost));
        });
        // In a home of its own: nothing of it is remembered.
        MeasuredYttl.Run(
            PublishedYttl.Path,
            folder.PathOf($"home-{strategy}"),
            "transcript", talk, "--whisper-base-url", new Uri(server.Url, "v1/").AbsoluteUri,
            "--chunk-size-strategy", strategy, "--max-concurrent-whisper", $"{Workers}");

        // The first call detects the language, before any chunk.
        var chunks = calls.OrderBy(call => call.Start).Skip(1).ToList();
        var span = (chunks.Max(call => call.End) - chunks.Min(call => call.Start)).TotalSeconds;
        var ideal = chunks.Sum(call => call.Cost) / Workers;
        return new Row(
            strategy,
            [Figure.Count(chunks.Count), Figure.Seconds(span), Figure.Seconds(ideal)],
            ideal / span,
            strategy == "adaptive" ? Target.AtLeast(0.95) : null);
    }

    /// <summary>Encoded in one piece, as recordings are.</summary>
    private static string Encoded(TempFolder folder, int tenMinutes)
    {
        var wave = folder.PathOf("talk.wav");
        (ToneTalk.Make(TimeSpan.FromMinutes(10)) with { Noise = 0.01 }).WriteWave(wave);
        var file = folder.PathOf("talk.m4a");
        MeasuredYttl.Run("ffmpeg", folder.Path,
        [
            "-v", "error", "-nostdin", "-y", "-stream_loop", $"{tenMinutes - 1}", "-i", wave,
            "-ac", "2", "-ar", "44100", "-c:a", "aac", "-aac_coder", "fast", "-b:a", "128k", file,
        ]);
        return file;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
