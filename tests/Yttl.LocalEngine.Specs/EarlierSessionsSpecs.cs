using Yttl.Core.Artifacts;
using Yttl.Core.Performance;
using Yttl.Core.Processes;
using Yttl.Core.Providers;
using Yttl.Core.Reports;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.LocalEngine.Settings;
using Yttl.LocalEngine.Storage;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.LocalEngine.Specs;

/// <summary>A run that was stopped and went on tells of both its sessions, each for itself.</summary>
public sealed class EarlierSessionsSpecs : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _talk;

    public EarlierSessionsSpecs()
    {
        var cues = Enumerable.Range(0, 30).Select(minute =>
            $"\n00:{minute:00}:00.000 --> 00:{minute:00}:50.000\nThis is minute {minute}, and it is about the stars.\n");
        _talk = _folder.Write("talk.vtt", $"WEBVTT\n{string.Concat(cues)}");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_first_session_is_listed_apart_and_what_it_finished_counts_as_reused()
    {
        await using var model = await LoopbackModel.StartAsync(call =>
            call.Number < 3 ? ModelAnswer.Text($"Point {call.Number} is made.") : ModelAnswer.Hang);
        using var stop = new CancellationTokenSource();
        var stopped = SummarizeAsync(model, stop.Token);
        await model.CalledAsync(4);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => stopped);
        await using var well = await LoopbackModel.StartAsync(ModelAnswer.Text("A point is made."));

        var measured = await SummarizeAsync(well, default);

        var earlier = measured.EarlierSessions.ShouldHaveSingleItem();
        earlier.Tokens.Input.ShouldBe(300);
        measured.Phases.Single(phase => phase.Name == "summarize-segment").Reused.ShouldBe(3);
        measured.Reused.ShouldBeGreaterThan(3);
        measured.Steps.Where(step => step.Reused).ShouldAllBe(step => step.Attempts == 1 && step.WaitSeconds == 0);

        (await SummarizeAsync(well, default)).EarlierSessions.ShouldBeEmpty();
    }

    private async Task<ReportPerformance> SummarizeAsync(LoopbackModel model, CancellationToken cancellationToken)
    {
        await using var summarizer = new VideoSummarizer(new HostSettings(
            _folder.PathOf("home"), new Toolset(), new YtDlpSettings(),
            new LanguageModelSettings("openai", model.BaseUrl, "loopback", "none", 1, new RetrySettings(3, TimeSpan.Zero))));
        var results = await summarizer.SummarizeAsync(
            _talk, new SummarizeOptions { OutputFolder = _folder.PathOf("out") }, null, cancellationToken);
        var report = await new FileArtifactStore(_folder.PathOf("home"))
            .ReadJsonAsync(results.ShouldHaveSingleItem().Report!.Value, ReportsJson.Default.Report, default);
        return report.Performance!;
    }
}
