using System.Diagnostics;
using System.Globalization;
using Yttl.Core.Processes;
using Yttl.Core.Providers;
using Yttl.Core.Reports;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.LocalEngine;
using Yttl.TestKit;
using Yttl.TestKit.Http;
using Yttl.Workflows;

namespace Yttl.Benchmarks;

/// <summary>
/// How near <c>auto</c> comes to limits that it is not told, and what a video takes with it, cold and warm.
/// </summary>
internal static class LimitsScenario
{
    private const int SegmentsPerHour = 12;

    private static readonly ModelAnswer Summary = ModelAnswer.Text("One point is made. Another follows from it.");
    private static readonly TimeSpan Latency = TimeSpan.FromSeconds(0.2);

    public static async Task RunAsync()
    {
        Console.WriteLine($"auto against limits it is not told, {Seconds(Latency)} a call");
        Console.WriteLine("limit                      calls   rejected          throughput/limit after warm-up");
        foreach (var (cap, hours) in new[] { (3, 20), (10, 50), (40, 160) })
        {
            await MeasureAsync($"{cap} at once", AtOnce(cap), cap / Latency.TotalSeconds, hours, exactly: null);
            await MeasureAsync($"{cap} at once, N = {cap}", AtOnce(cap), cap / Latency.TotalSeconds, hours, exactly: cap);
        }

        await MeasureAsync(
            "50 a second, bucket of 50", ProviderLimits.PerSecond(50, 50, Latency, Summary), 50, hours: 60, exactly: null);

        Console.WriteLine();
        Console.WriteLine("Two hours of captions, 1.00 s a call, no limit");
        Console.WriteLine("window       wall        bound       wall/bound");
        using var folder = new TempFolder();
        await using var model = await LoopbackModel.StartAsync(Summary);
        model.Latency = TimeSpan.FromSeconds(1);
        var auto = new Func<string, int, Task>((name, rounds) =>
            TimeAsync(name, folder, model, LanguageModelSettings.Ceiling, findsLimit: true, rounds));
        await auto("auto, cold", DoublingRounds(2));
        await auto("auto, warm", 3);
        await TimeAsync(
            "N = 5", folder, model, 5, findsLimit: false, ListSchedule.Rounds([SegmentsPerHour, SegmentsPerHour], 5));
    }

    private static ProviderLimits AtOnce(int cap) => ProviderLimits.AtOnce(cap, Latency, Summary);

    private static async Task MeasureAsync(string name, ProviderLimits limits, double perSecond, int hours, int? exactly)
    {
        using var folder = new TempFolder();
        await using var model = await LoopbackModel.StartAsync(limits.Answer);
        await SummarizeAsync(folder, model, hours, exactly ?? LanguageModelSettings.Ceiling, findsLimit: exactly is null);

        var answered = limits.Answered;
        var (from, to) = (answered.Count / 4, answered.Count * 9 / 10);
        var rate = (to - from) / TimeProvider.System.GetElapsedTime(answered[from], answered[to]).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-26} {model.Calls.Count,5}   {limits.Rejected,5} ({100.0 * limits.Rejected / model.Calls.Count,4:0.0} %)   {rate / perSecond:0.000}"));
    }

    private static async Task TimeAsync(
        string name, TempFolder folder, LoopbackModel model, int most, bool findsLimit, int rounds)
    {
        var wall = await SummarizeAsync(folder, model, hours: 2, most, findsLimit);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-12} {Seconds(wall),-9}   {Seconds(model.Latency * rounds),-9}   {wall / (model.Latency * rounds):0.000}"));
    }

    private static async Task<TimeSpan> SummarizeAsync(
        TempFolder folder, LoopbackModel model, int hours, int most, bool findsLimit)
    {
        var talk = folder.PathOf("talk.vtt");
        SyntheticTalk.Write(talk, TimeSpan.FromHours(hours), cues: hours * 120);
        await using var summarizer = new VideoSummarizer(new HostSettings(
            folder.PathOf("home"), new Toolset(), new YtDlpSettings(),
            new LanguageModelSettings("openai", model.BaseUrl, "loopback", "none", most, RetrySettings.Default)
            {
                FindsLimit = findsLimit,
            }));
        var clock = Stopwatch.StartNew();
        var results = await summarizer.SummarizeAsync(
            talk,
            // The home is kept for the window found; its remembered work would leave nothing to measure.
            new SummarizeOptions { OutputFolder = folder.PathOf("out"), Reuse = Reuse.Nothing },
            null,
            CancellationToken.None);
        var wall = clock.Elapsed;
        return results is [{ Status: RunStatus.Complete }]
            ? wall
            : throw new InvalidOperationException($"The run did not end complete: {results[0].Failure?.Message} {string.Join(' ', results[0].Notes)}");
    }

    /// <summary>Rounds of equal calls under a window that opens at 5 and doubles with each.</summary>
    private static int DoublingRounds(int hours)
    {
        var segments = hours * SegmentsPerHour;
        var (rounds, window, done) = (0, 5, 0);
        for (; done < segments; window *= 2, rounds++)
            done += window;
        // The last hour's summary, and the overall one.
        return rounds + 2;
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.00 s", CultureInfo.InvariantCulture);
}
