using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Yttl.Core.Audio;
using Yttl.TestKit;
using Yttl.TestKit.Http;
using Yttl.TestKit.Tones;

namespace Yttl.Benchmarks;

/// <summary>
/// Audio: what a plan costs beside a bare decode, how memory grows with length, how busy the workers are, and how many
/// words come back and when. Real ffmpeg and the built <c>yttl</c>.
/// </summary>
internal static class AudioScenario
{
    private const int Rounds = 3;

    private const string OneWordHeard =
        """{"language":"english","text":"word","segments":[{"id":0,"start":0,"end":1,"text":" word"}]}""";

    public static async Task RunAsync()
    {
        using var folder = new TempFolder();
        var tenMinutes = Track(folder);
        ComparePlan(folder, Encoded(folder));
        await MeasureMemoryAsync(folder, tenMinutes);
        foreach (var strategy in (string[])["adaptive", "fixed", "memory_optimized"])
            await MeasureEfficiencyAsync(folder, strategy);
        await CountWordsAsync(folder);
    }

    private static void ComparePlan(TempFolder folder, string file)
    {
        string[] bare = ["-v", "error", "-nostdin", "-y", "-i", file, "-ac", "1", "-ar", "16000", "-f", "s16le", folder.PathOf("bare.pcm")];
        var (ffmpeg, one, many) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            ffmpeg.Add(MeasuredYttl.Run("ffmpeg", folder.Path, bare).Wall.TotalSeconds);
            one.Add(Plan("--sequential"));
            many.Add(Plan());
        }

        Line($"plan of 2 hours of AAC, median of {Rounds} runs side by side");
        Line($"  bare ffmpeg           {Median(ffmpeg),6:0.00} s");
        Line($"  yttl, one decoder     {Median(one),6:0.00} s   {Median(one) / Median(ffmpeg):0.00} times ffmpeg");
        Line($"  yttl, a decoder a core{Median(many),6:0.00} s   {Median(many) / Median(ffmpeg):0.00} times ffmpeg, {Environment.ProcessorCount} cores");
        Console.WriteLine();

        double Plan(params string[] options) =>
            MeasuredYttl.Run(folder.PathOf("home"), ["plan", file, .. options]).Wall.TotalSeconds;
    }

    private static async Task MeasureMemoryAsync(TempFolder folder, string tenMinutes)
    {
        await using var server = await LoopbackServer.AnsweringAsync(200, OneWordHeard, "application/json");
        Line($"peak memory of yttl, ffmpeg apart");
        foreach (var (name, file) in new[]
        {
            ("10 minutes", tenMinutes), ("2 hours", Looped(folder, tenMinutes, 2)), ("10 hours", Looped(folder, tenMinutes, 10)),
        })
        {
            var plan = MeasuredYttl.Run(folder.PathOf("home"), "plan", file);
            var heard = Transcribe(folder, file, new Uri(server.Url, "v1/"));
            Line($"  {name,-10}  plan {plan.PeakMegabytes,4:0} MB   transcript {heard.PeakMegabytes,4:0} MB in {heard.Wall.TotalSeconds:0.0} s");
        }

        Console.WriteLine();
    }

    /// <summary>A recogniser that takes 0.1 s a call and 0.25 s for each window of 30 s that is begun, and hears one word.</summary>
    private static async Task MeasureEfficiencyAsync(TempFolder folder, string strategy)
    {
        const int Workers = 4;
        var talk = folder.PathOf("hour.wav");
        if (!File.Exists(talk))
            ToneTalk.Make(TimeSpan.FromHours(1)).WriteWave(talk);
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
        Transcribe(
            folder, talk, new Uri(server.Url, "v1/"), "--chunk-size-strategy", strategy, "--max-concurrent-whisper", $"{Workers}");

        // The first call detects the language, before any chunk.
        var chunks = calls.OrderBy(call => call.Start).Skip(1).ToList();
        var span = (chunks.Max(call => call.End) - chunks.Min(call => call.Start)).TotalSeconds;
        var ideal = chunks.Sum(call => call.Cost) / Workers;
        Line($"one hour, {Workers} workers, {strategy,-16} {chunks.Count,3} calls, {span,5:0.00} s, ideal {ideal,5:0.00} s: efficiency {ideal / span:0.000}");
    }

    private static async Task CountWordsAsync(TempFolder folder)
    {
        Console.WriteLine();
        foreach (var (name, talk) in new[]
        {
            ("one hour", ToneTalk.Make(TimeSpan.FromHours(1)) with { Noise = 0.003 }),
            ("10 of 16 minutes without a silence", ToneTalk.Make(TimeSpan.FromMinutes(16), seed: 2, breathless: (120, 720))),
        })
        {
            var file = folder.PathOf("words.wav");
            talk.WriteWave(file);
            foreach (var strategy in (string[])["adaptive", "fixed", "memory_optimized"])
            {
                await using var recognizer = await LoopbackRecognizer.StartAsync();
                var ran = Transcribe(folder, file, recognizer.BaseUrl, "--chunk-size-strategy", strategy, "--format", "json");
                var (recall, error) = Score(talk, ran.Output);
                Line($"{name}, {strategy,-16} {talk.Words.Count} words, recall {recall:0.000}, largest error of a cue's start {error:0} ms");
            }
        }
    }

    private static (double Recall, double Error) Score(ToneTalk talk, string json)
    {
        using var document = JsonDocument.Parse(json);
        var starts = talk.Words.ToDictionary(word => word.Text, word => word.Start);
        var cues = document.RootElement.GetProperty("transcript").GetProperty("cues").EnumerateArray()
            .Select(cue => (Start: TimeSpan.FromSeconds(cue.GetProperty("start").GetDouble()), Words: cue.GetProperty("text").GetString()!.Split(' ')))
            .ToList();
        var heard = cues.SelectMany(cue => cue.Words).ToHashSet();
        return (
            talk.Words.Count(word => heard.Contains(word.Text)) / (double)talk.Words.Count,
            cues.Where(cue => starts.ContainsKey(cue.Words[0])).Max(cue => (cue.Start - starts[cue.Words[0]]).Duration().TotalMilliseconds));
    }

    /// <summary>In a home of its own: nothing of it is remembered.</summary>
    private static Measured Transcribe(TempFolder folder, string file, Uri recognizer, params string[] options) => MeasuredYttl.Run(
        folder.PathOf($"home-{Guid.NewGuid():N}"),
        ["transcript", file, "--whisper-base-url", recognizer.AbsoluteUri, .. options]);

    private static string Track(TempFolder folder)
    {
        var wave = folder.PathOf("talk.wav");
        (ToneTalk.Make(TimeSpan.FromMinutes(10)) with { Noise = 0.01 }).WriteWave(wave);
        var track = folder.PathOf("talk.m4a");
        FFmpeg(folder, "-i", wave, "-ac", "2", "-ar", "44100", "-c:a", "aac", "-b:a", "128k", track);
        return track;
    }

    /// <summary>Encoded in one piece, as recordings are.</summary>
    private static string Encoded(TempFolder folder)
    {
        var file = folder.PathOf("two-hours.m4a");
        FFmpeg(
            folder, "-stream_loop", "11", "-i", folder.PathOf("talk.wav"),
            "-ac", "2", "-ar", "44100", "-c:a", "aac", "-aac_coder", "fast", "-b:a", "128k", file);
        return file;
    }

    /// <summary>Copies what is encoded already, so that ten hours are made in a moment.</summary>
    private static string Looped(TempFolder folder, string tenMinutes, int hours)
    {
        var file = folder.PathOf($"{hours}.m4a");
        if (!File.Exists(file))
            FFmpeg(folder, "-stream_loop", $"{hours * 6 - 1}", "-i", tenMinutes, "-c", "copy", file);
        return file;
    }

    private static void FFmpeg(TempFolder folder, params string[] arguments) =>
        MeasuredYttl.Run("ffmpeg", folder.Path, ["-v", "error", "-nostdin", "-y", .. arguments]);

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
