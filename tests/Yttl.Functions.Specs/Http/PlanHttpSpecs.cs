using System.Text.Json;
using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Functions.Http;
using Yttl.Functions.Specs.Engine;
using Yttl.TestKit;
using Yttl.Workflows.Specs;

namespace Yttl.Functions.Specs.Http;

/// <summary>Plans on real orchestrations.</summary>
public sealed class PlanHttpSpecs
{
    private const string Talk = $$"""{ "source": "{{Runs.Talk}}" }""";

    private readonly InMemoryArtifactStore _artifacts = new();
    private readonly InMemoryRunJournal _journals = new();

    [Fact]
    public async Task A_plan_is_answered_without_a_run_and_leaves_nothing_behind()
    {
        var transcript = await _artifacts.WriteJsonAsync(
            Transcript.FromCues([], null, TranscriptSource.ManualCaptions, null), CaptionsJson.Default.Transcript, CancellationToken.None);
        var pipeline = new FakePipeline
        {
            ReadCaptions = () => new CaptionsOutcome(new TranscriptRef(transcript, null, 7, TimeSpan.FromMinutes(10)), [], null),
        };
        await using var app = await DurableApp.StartAsync(pipeline.Steps());

        var first = await AskAsync(app, Talk);
        var second = await AskAsync(app, Talk);

        foreach (var answer in (HttpAnswer[])[first, second])
        {
            answer.Status.ShouldBe(200, answer.Body);
            JsonDocument.Parse(answer.Body).RootElement.GetProperty("summaries").GetProperty("calls").GetInt32().ShouldBe(8);
        }

        (await app.Client.GetAllInstancesAsync().ToListAsync()).ShouldBeEmpty();
        pipeline.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_is_planned_with_its_videos()
    {
        var pipeline = new FakePipeline
        {
            List = () => new("A list", [new("https://example.com/1", "One", null)], null),
            ReadCaptions = () => new CaptionsOutcome(null, [], FakePipeline.SomeFailure),
        };
        await using var app = await DurableApp.StartAsync(pipeline.Steps());

        var answer = await AskAsync(app, """{ "source": "https://www.youtube.com/playlist?list=PL1234567890" }""");

        answer.Status.ShouldBe(200, answer.Body);
        answer.Body.ShouldContain("\"estimated\":true");
        (await app.Client.GetAllInstancesAsync().ToListAsync()).ShouldBeEmpty();
    }

    private async Task<HttpAnswer> AskAsync(DurableApp app, string body) => await HttpAnswer.Of(
        await new PlanHttp(Runs.Defaults, _artifacts, _journals, TimeProvider.System, Runs.Steps)
            .PlanAsync(HttpRequests.Of(body), app.Client, CancellationToken.None));
}
