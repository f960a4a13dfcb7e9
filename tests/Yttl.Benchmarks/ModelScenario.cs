using System.Diagnostics;
using System.Globalization;
using Yttl.Core.Processes;
using Yttl.Core.Reports;
using Yttl.Core.Sources;
using Yttl.Core.Providers;
using Yttl.Core.Summaries;
using Yttl.LocalEngine;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.Benchmarks;

/// <summary>Two hours of captions against a model that takes a fixed time: wall time beside the lower bound for these calls.</summary>
internal static class ModelScenario
{
    private const int Hours = 2;
    private const int SegmentsPerHour = 12;

    public static async Task RunAsync(TimeSpan latency)
    {
        using var folder = new TempFolder();
        var talk = folder.PathOf("talk.vtt");
        SyntheticTalk.Write(talk, TimeSpan.FromHours(Hours), cues: Hours * 900);

        Console.WriteLine($"{Hours} hours of captions, a model that takes {Seconds(latency)} a call");
        Console.WriteLine("window   calls   peak   wall        bound       wall/bound");
        foreach (var window in new[] { 1, 5, 24 })
            await MeasureAsync(folder, talk, latency, window);
    }

    private static async Task MeasureAsync(TempFolder folder, string talk, TimeSpan latency, int window)
    {
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Text("One point is made. Another follows from it."));
        model.Latency = latency;
        await using var summarizer = new VideoSummarizer(new HostSettings(
            folder.PathOf($"home-{window}"), new Toolset(), new YtDlpSettings(),
            new LanguageModelSettings("local", model.BaseUrl, "loopback", null, window, RetrySettings.Default)));

        var clock = Stopwatch.StartNew();
        var results = await summarizer.SummarizeAsync(
            talk, new SummarizeOptions { OutputFolder = folder.PathOf($"out-{window}") }, null, CancellationToken.None);
        var wall = clock.Elapsed;

        if (results is not [{ Status: RunStatus.Complete }])
            throw new InvalidOperationException($"The run did not end complete: {results[0].Failure?.Message}");
        var bound = latency * ListSchedule.Rounds([.. Enumerable.Repeat(SegmentsPerHour, Hours)], window);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{window,6}   {model.Calls.Count,5}   {model.PeakConcurrency,4}   {Seconds(wall),-9}   {Seconds(bound),-9}   {wall / bound:0.000}"));
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.00 s", CultureInfo.InvariantCulture);
}
