using Yttl.Benchmarks.Results;
using Yttl.TestKit;
using Yttl.TestKit.Http;
using Yttl.TestKit.Tones;

namespace Yttl.Benchmarks;

/// <summary>
/// Peak memory of the built <c>yttl</c>, without what it started, on longer and longer videos: heard with each way to
/// cut audio, and summarised from captions without and with a model.
/// </summary>
internal static class MemoryScenario
{
    private const string OneWordHeard =
        """{"language":"english","text":"word","segments":[{"id":0,"start":0,"end":1,"text":" word"}]}""";

    private static readonly (string Name, int Minutes)[] Lengths = [("10 min", 10), ("2 h", 120), ("10 h", 600)];

    public static async Task<IReadOnlyList<ResultTable>> RunAsync(ScenarioOptions options)
    {
        using var folder = new TempFolder();
        var lengths = options.IsQuick ? Lengths[..2] : Lengths;
        return [await SummarizeAsync(folder, lengths), await HearAsync(folder, lengths)];
    }

    private static async Task<ResultTable> SummarizeAsync(TempFolder folder, (string Name, int Minutes)[] lengths)
    {
        await using var model = await LoopbackModel.StartAsync(LoopbackTalk.Summary);
        string[] byModel = ["local", "--llm-base-url", model.BaseUrl.AbsoluteUri, "--llm-model", "loopback"];
        var rows = new List<Row>();
        foreach (var (writer, provider) in ((string, string[])[])[("extractive", ["extractive"]), ("a model", byModel)])
        {
            rows.AddRange(Rows(writer, lengths, (name, minutes) =>
            {
                var talk = folder.PathOf($"{name}.vtt");
                SyntheticTalk.Write(talk, TimeSpan.FromMinutes(minutes), cues: minutes * 15);
                return MeasuredYttl.Run(
                    PublishedYttl.Path,
                    folder.PathOf($"home-{writer}-{name}"),
                    ["summarize", talk, "--out", folder.PathOf("out"), "--llm-provider", .. provider]);
            }));
        }

        return Table("Captions, summarised by", rows);
    }

    private static async Task<ResultTable> HearAsync(TempFolder folder, (string Name, int Minutes)[] lengths)
    {
        await using var server = await LoopbackServer.AnsweringAsync(200, OneWordHeard, "application/json");
        var tracks = lengths.ToDictionary(length => length.Name, length => Track(folder, length.Minutes));
        var rows = new List<Row>();
        foreach (var strategy in (string[])["adaptive", "fixed", "memory_optimized"])
        {
            rows.AddRange(Rows(strategy, lengths, (name, _) => MeasuredYttl.Run(
                PublishedYttl.Path,
                folder.PathOf($"home-{strategy}-{name}"),
                "transcript", tracks[name], "--whisper-base-url", new Uri(server.Url, "v1/").AbsoluteUri,
                "--chunk-size-strategy", strategy)));
        }

        return Table("Audio, cut", rows);
    }

    private static IEnumerable<Row> Rows(
        string configuration, (string Name, int Minutes)[] lengths, Func<string, int, Measured> run)
    {
        Measured? shortest = null;
        foreach (var (name, minutes) in lengths)
        {
            var ran = run(name, minutes);
            shortest ??= ran;
            yield return new Row(
                $"{configuration}, {name}",
                [Figure.Megabytes(ran.PeakMegabytes), Figure.Seconds(ran.Wall)],
                ran.Peak / (double)shortest.Peak,
                ran == shortest ? null : Target.AtMost(1.5));
        }
    }

    private static ResultTable Table(string title, IReadOnlyList<Row> rows) => new(
        $"{title} …",
        "How much more memory a long video takes than one of ten minutes: next to none, as it should be.",
        ["peak memory", "wall"],
        "this ÷ 10 min",
        rows);

    /// <summary>Ten minutes are encoded; what is longer repeats them.</summary>
    private static string Track(TempFolder folder, int minutes)
    {
        var tenMinutes = folder.PathOf("10.m4a");
        if (!File.Exists(tenMinutes))
        {
            var wave = folder.PathOf("talk.wav");
            (ToneTalk.Make(TimeSpan.FromMinutes(10)) with { Noise = 0.01 }).WriteWave(wave);
            FFmpeg("-i", wave, "-c:a", "aac", "-b:a", "64k", tenMinutes);
        }

        var track = folder.PathOf($"{minutes}.m4a");
        if (!File.Exists(track))
            FFmpeg("-stream_loop", $"{minutes / 10 - 1}", "-i", tenMinutes, "-c", "copy", track);
        return track;

        void FFmpeg(params string[] arguments) =>
            MeasuredYttl.Run("ffmpeg", folder.Path, ["-v", "error", "-nostdin", "-y", .. arguments]);
    }
}
