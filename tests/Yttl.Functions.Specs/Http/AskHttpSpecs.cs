using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Summaries;
using Yttl.Functions.Http;
using Yttl.Functions.Specs.Engine;
using Yttl.TestKit;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Specs;

namespace Yttl.Functions.Specs.Http;

/// <summary>Questions on real orchestrations.</summary>
public sealed class AskHttpSpecs
{
    private const string When = """{ "question": "When was it?" }""";

    private readonly InMemoryArtifactStore _artifacts = new();
    private readonly InMemoryRunJournal _journals = new();

    [Fact]
    public async Task A_run_that_is_over_is_asked_and_nothing_is_left_behind()
    {
        var report = await _artifacts.WriteJsonAsync(SomeReport(), ReportsJson.Default.Report, CancellationToken.None);
        var pipeline = new FakePipeline { Render = () => new ReportOutcome(report, RunStatus.Complete, 0, [], null) };
        await using var app = await DurableApp.StartAsync(pipeline.Steps());
        await app.RunAsync(
            SummarizeVideoWorkflow.Definition, "run", new RunInput(Runs.Talk, Runs.Defaults.Options, Runs.Defaults.Execution));

        var answer = await AskAsync(app, "run");

        answer.Status.ShouldBe(200, answer.Body);
        answer.Body.ShouldContain("\"text\":\"It was in 1759.\"");
        answer.Body.ShouldContain("t=90s\"");
        pipeline.Asked!.Question.ShouldBe("When was it?");
        (await app.Client.GetAllInstancesAsync().ToListAsync()).ShouldHaveSingleItem().InstanceId.ShouldBe("run");
    }

    [Fact]
    public async Task A_run_that_there_is_not_is_not_asked()
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());

        (await AskAsync(app, "none")).Status.ShouldBe(404);
    }

    private async Task<HttpAnswer> AskAsync(DurableApp app, string id) => await HttpAnswer.Of(
        await new AskHttp(Runs.Defaults, _artifacts, _journals, TimeProvider.System, Runs.Steps)
            .AskAsync(HttpRequests.Of(When), id, app.Client, CancellationToken.None));

    private static Report SomeReport() => new()
    {
        Status = RunStatus.Complete,
        Video = new ReportVideo(
            "dQw4w9WgXcQ", "A talk", new Uri("https://www.youtube.com/watch?v=dQw4w9WgXcQ"), "youtube", 100, null, []),
        Transcript = new ReportTranscript(
            TranscriptSource.ManualCaptions, null, null, 2, 2, [new Cue(TimeSpan.Zero, TimeSpan.FromSeconds(2), "It is said.")]),
        Overall = new ReportSummary("It is said.", SummaryStatus.Ok),
        Hours = [],
        Removed = [],
        Gaps = [],
        Notes = [],
    };
}
