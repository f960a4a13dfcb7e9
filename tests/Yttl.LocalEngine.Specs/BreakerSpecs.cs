using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Core.Hardware;
using Yttl.Core.Processes;
using Yttl.Core.Providers;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.LocalEngine.Engine;
using Yttl.LocalEngine.Hosting;
using Yttl.LocalEngine.LocalModels;
using Yttl.LocalEngine.Settings;
using Yttl.LocalEngine.Storage;
using Yttl.TestKit;
using Yttl.TestKit.Http;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Specs;

/// <summary>A provider that goes down and comes back while one run is under way, on a clock that the spec moves.</summary>
public sealed class BreakerSpecs : IDisposable
{
    private const int Segments = 5;

    /// <summary>After so many the provider is left alone: all three of the first segment, and two of the second.</summary>
    private const int FailedCalls = 5;

    private static readonly TimeSpan Break = TimeSpan.FromSeconds(5);

    private readonly TempFolder _folder = new();
    private readonly ManualTime _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task While_it_is_left_alone_the_extractive_stands_in_and_then_it_writes_again()
    {
        await using var model = await ComesBackAsync();

        var result = await RunAsync(model, other: null);

        result.Status.ShouldBe(RunStatus.Partial);
        (await StatusesAsync(result)).ShouldBe(
            [SummaryStatus.Fallback, SummaryStatus.Fallback, SummaryStatus.Fallback, SummaryStatus.Ok, SummaryStatus.Ok]);
        // The call that is not made fails of what those before it failed of, and one cause is said once.
        result.Notes.Where(note => note.Contains("fell back to extractive", StringComparison.Ordinal))
            .ShouldHaveSingleItem().ShouldStartWith("3 of 7 summaries");
        model.Calls.Count.ShouldBe(FailedCalls + 2 + 1, "the third segment costs no call; two segments and the hour do");
    }

    [Fact]
    public async Task While_it_is_left_alone_who_else_may_write_does_and_then_it_writes_again()
    {
        await using var model = await ComesBackAsync();
        await using var other = await LoopbackModel.StartAsync(ModelAnswer.Text("By another."));

        var result = await RunAsync(model, other);

        result.Status.ShouldBe(RunStatus.Complete);
        result.Notes.ShouldContain("3 of 7 summaries were written by groq, as the provider chosen was down.");
        other.Calls.Count.ShouldBe(3);
        model.Calls.Count.ShouldBe(FailedCalls + 2 + 1);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(401)]
    [InlineData(404)]
    public async Task A_provider_that_works_again_is_called_at_once_by_the_next_run_in_the_same_process(int status)
    {
        var isDown = true;
        await using var model = await LoopbackModel.StartAsync(
            _ => isDown ? ModelAnswer.Error(status) : ModelAnswer.Text("A point is made."));
        await using var steps = Steps(
            new HostSettings(_folder.PathOf("home"), new Toolset(), new YtDlpSettings(), Writer("openai", model)));
        var engine = new InProcessEngine(new StepRunner(steps.Table, _time, NullLogger.Instance), _time);

        var first = await RunAsync(engine, "first", RunWatch.None);
        var whileDown = model.Calls.Count;
        isDown = false;
        var second = await RunAsync(engine, "second", RunWatch.None);

        (first.Status, second.Status).ShouldBe((RunStatus.Partial, RunStatus.Complete));
        whileDown.ShouldBeLessThanOrEqualTo(FailedCalls, "most segments of the first run cost no call");
        (await StatusesAsync(second)).ShouldAllBe(status => status == SummaryStatus.Ok);
    }

    private static Task<LoopbackModel> ComesBackAsync() => LoopbackModel.StartAsync(
        call => call.Number < FailedCalls ? ModelAnswer.Error(503) : ModelAnswer.Text("A point is made."));

    /// <summary>The break is over when three segments are done.</summary>
    private async Task<VideoResult> RunAsync(LoopbackModel model, LoopbackModel? other)
    {
        var settings = new HostSettings(_folder.PathOf("home"), new Toolset(), new YtDlpSettings(), Writer("openai", model))
        {
            LanguageModelFallbacks = other is null ? [] : [Writer("groq", other)],
        };
        await using var steps = Steps(settings);
        var engine = new InProcessEngine(new StepRunner(steps.Table, _time, NullLogger.Instance), _time);
        var watch = RunWatch.None with
        {
            Report = (_, progress) =>
            {
                if (progress is { Phase: RunPhase.Summaries, Done: 3 })
                    _time.Advance(Break);
            },
        };
        return await RunAsync(engine, "run", watch);
    }

    private LocalSteps Steps(HostSettings settings) => new(
        settings,
        new FileArtifactStore(settings.Home),
        new SpeechOptionsFactory(settings, new HardwareProbe(new ProcessRunner())),
        NullLogger.Instance,
        _time);

    private async Task<VideoResult> RunAsync(InProcessEngine engine, string run, RunWatch watch)
    {
        var input = new RunInput(
            Talk(),
            new RunOptions(null, null, [],
                new SummaryOptions("openai", "loopback", null, SummaryLength.Medium, SummaryStyle.Narrative, null)),
            new ExecutionOptions(Window: 1, [ReportFormat.Html], _folder.PathOf("out")));
        return await engine.RunAsync(SummarizeVideoWorkflow.Definition, new RunId(run), input, watch, CancellationToken.None);
    }

    private static LanguageModelSettings Writer(string provider, LoopbackModel model) =>
        new(provider, model.BaseUrl, "loopback", "sk-1", 1, new RetrySettings(3, TimeSpan.Zero));

    private async Task<List<SummaryStatus>> StatusesAsync(VideoResult result)
    {
        var report = await StoredReport.ReadAsync(_folder.PathOf("home"), result.Report!.Value);
        return [.. report.Hours.SelectMany(hour => hour.Segments).Select(segment => segment.Status)];
    }

    private string Talk() => _folder.Write("talk.vtt", "WEBVTT\n" + string.Concat(Enumerable.Range(0, Segments * 5).Select(minute =>
        $"\n00:{minute:00}:00.000 --> 00:{minute:00}:59.000\nThis is minute {minute}. It is about the stars.\n")));
}
