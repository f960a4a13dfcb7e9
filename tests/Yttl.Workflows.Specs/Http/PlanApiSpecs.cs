using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.TestKit;
using Yttl.Workflows.Http;
using Yttl.Workflows.Runs;

namespace Yttl.Workflows.Specs.Http;

/// <summary>What a run will take is asked for over HTTP before it is started.</summary>
public sealed class PlanApiSpecs
{
    private const string Talk = """{"source":"https://youtu.be/dQw4w9WgXcQ","options":{"length":"long"}}""";

    private static readonly LanguageTag English = LanguageTag.Parse("en", null);

    private static readonly Failure Gone = new(FailureCategory.Unavailable, "video.gone", "It is gone.");

    private static readonly HostDefaults Defaults = SummariesApiSpecs.Defaults with
    {
        Options = SummariesApiSpecs.Defaults.Options with
        {
            Summary = new SummaryOptions("openai", "a model", null, SummaryLength.Medium, SummaryStyle.Narrative, null),
        },
    };

    private readonly InMemoryArtifactStore _artifacts = new();

    [Fact]
    public async Task A_plan_names_its_transcript_calls_tokens_time_and_cost()
    {
        var host = new FakePlanHost(await PlanAsync());

        var answer = await AskAsync(host, Talk);

        answer.Status.ShouldBe(200);
        answer.Body.ShouldBe(
            """
            {"title":"A talk","transcript":{"source":"captions-auto","provider":"automatic en","language":"en","lengthSeconds":2,
            "estimated":false},"summaries":{"provider":"openai","model":"a model","segments":5,"calls":8,
            "callsByLevel":{"segments":5,"hours":2,"overall":1},"tokens":{"input":1000,"output":100},"seconds":12,"secondsPerCall":4,
            "cost":0.5,"currency":"USD"},"notes":["one note"],"schema":"yttl/plan@1"}
            """.ReplaceLineEndings(""));
        var (isList, id, input) = host.Asked.ShouldHaveSingleItem();
        (isList, input.Audio, input.Run.Options.Summary.Length).ShouldBe((false, null, SummaryLength.Long));
        id.Value.ShouldStartWith("plan-");
    }

    [Fact]
    public async Task An_estimate_has_no_source()
    {
        var plan = await PlanAsync() with { IsEstimate = true };

        (await AskAsync(new FakePlanHost(plan), Talk)).Body
            .ShouldContain("\"transcript\":{\"language\":\"en\",\"lengthSeconds\":2,\"estimated\":true}");
    }

    [Fact]
    public async Task A_list_has_a_plan_or_a_failure_for_each_video()
    {
        var host = new FakePlanHost(new PlanListResult(
            "Talks",
            [
                new PlanListEntry("https://example.com/1", "One", await PlanAsync()),
                new PlanListEntry("https://example.com/2", "Two", PlanResult.Failed(null, Gone, [])),
            ],
            ["More are left out."],
            null));

        var answer = await AskAsync(host, """{"source":"https://www.youtube.com/playlist?list=PL1234567890"}""");

        answer.Status.ShouldBe(200);
        answer.Body.ShouldStartWith(
            """{"title":"Talks","videos":[{"source":"https://example.com/1","title":"One","plan":{"title":"A talk",""");
        answer.Body.ShouldEndWith(
            """
            {"source":"https://example.com/2","title":"Two",
            "failure":{"category":"unavailable","code":"video.gone","message":"It is gone."}}],
            "notes":["More are left out."],"schema":"yttl/plan-list@1"}
            """.ReplaceLineEndings(""));
        host.Asked.ShouldHaveSingleItem().IsList.ShouldBeTrue();
    }

    [Fact]
    public async Task One_that_takes_longer_is_asked_for_again_under_the_same_id()
    {
        var host = new FakePlanHost(null);

        var answer = await AskAsync(host, Talk);
        await AskAsync(host, Talk);

        (answer.Status, answer.Body).ShouldBe((202, """{"state":"running"}"""));
        host.Asked.Select(asked => asked.Id).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_source_without_a_plan_and_a_plan_that_broke_off_say_why()
    {
        var unplanned = await AskAsync(new FakePlanHost(PlanResult.Failed(null, Gone, [])), Talk);
        var broken = await AskAsync(
            new FakePlanHost(new YttlException(FailureCategory.Processing, "plan.broke-off", "It broke off.")), Talk);

        (unplanned.Status, broken.Status).ShouldBe((422, 503));
        unplanned.Body.ShouldContain("\"code\":\"video.gone\"");
        broken.Body.ShouldContain("\"code\":\"plan.broke-off\"");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"source":"/etc/passwd"}""")]
    [InlineData("""{"source":"https://youtu.be/dQw4w9WgXcQ","options":{"llmModel":"x"}}""")]
    [InlineData("""{"source":"https://youtu.be/dQw4w9WgXcQ","options":{"sectionMinutes":99}}""")]
    public async Task What_no_summary_is_started_from_is_not_planned(string body)
    {
        var host = new FakePlanHost(null);

        (await AskAsync(host, body)).Status.ShouldBe(400);

        host.Asked.ShouldBeEmpty();
    }

    private Task<ApiAnswer> AskAsync(FakePlanHost host, string body) =>
        new PlanApi(host, Defaults, _artifacts).PlanAsync(body, CancellationToken.None);

    private async Task<PlanResult> PlanAsync()
    {
        var transcript = Transcript.FromCues(
            [new Cue(TimeSpan.Zero, TimeSpan.FromSeconds(2), "It is said.")], English, TranscriptSource.AutomaticCaptions, "automatic en");
        var text = await _artifacts.WriteJsonAsync(transcript, CaptionsJson.Default.Transcript, CancellationToken.None);
        return new PlanResult(
            new ResolvedVideo(text, text, "id", "A talk", TimeSpan.FromSeconds(2)),
            new TranscriptRef(text, English, 1, TimeSpan.FromSeconds(2)),
            null, null, FakePipeline.SomePrediction, ["one note"], null);
    }
}
