using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Questions;
using Yttl.Core.Reports;
using Yttl.Core.Summaries;
using Yttl.LocalEngine.Storage;
using Yttl.TestKit;
using Yttl.Workflows.Http;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Specs.Http;

/// <summary>A question about the video of a run is answered over HTTP.</summary>
public sealed class AskApiSpecs
{
    private const string When = """{"question":"When was it?"}""";

    private static readonly HostDefaults Defaults = SummariesApiSpecs.Defaults with
    {
        Options = SummariesApiSpecs.Defaults.Options with
        {
            Summary = new SummaryOptions("openai", "a model", null, SummaryLength.Long, SummaryStyle.Bullets, null),
        },
    };

    private readonly InMemoryArtifactStore _artifacts = new();
    private readonly FakeRunHost _runs = new();

    [Fact]
    public async Task An_answer_has_its_sources_with_links_to_the_second()
    {
        var host = new FakeAskHost(new AskResult(null, FakePipeline.SomeAnswer, ["one note"], null));

        var answer = await AskAsync(host, await RunAsync(), When);

        answer.Status.ShouldBe(200, answer.Body);
        answer.Body.ShouldBe(
            """
            {"schema":"yttl/answer@1","status":"answered","question":"When was it?",
            "video":{"id":"dQw4w9WgXcQ","title":"A talk","url":"https://www.youtube.com/watch?v=dQw4w9WgXcQ"},"text":"It was in 1759.",
            "sentences":[{"text":"It was in 1759.","sources":[{"start":90.5,"end":95,
            "url":"https://www.youtube.com/watch?v=dQw4w9WgXcQ\u0026t=90s"}],"support":"cited","doubts":["1759"]}],
            "writtenBy":{"provider":"openai","model":"a model"},"notes":["one note"]}
            """.ReplaceLineEndings(""));
        var (id, input) = host.Asked.ShouldHaveSingleItem();
        id.Value.ShouldStartWith("ask-");
        (input.Question, input.Read, input.Writer.Length).ShouldBe(("When was it?", null, SummaryLength.Medium));
        var transcript = await _artifacts.ReadJsonAsync(
            input.Stored!.Content, CaptionsJson.Default.Transcript, CancellationToken.None);
        transcript.Cues.ShouldHaveSingleItem().Text.ShouldBe("It is said.");
    }

    [Theory]
    [InlineData(AnswerStatus.Passages, "passages", true)]
    [InlineData(AnswerStatus.NotInVideo, "not-in-video", false)]
    public async Task What_is_no_answer_of_a_model_says_so(AnswerStatus status, string name, bool hasFailed)
    {
        var outcome = FakePipeline.SomeAnswer with { Status = status, Failure = hasFailed ? FakePipeline.SomeFailure : null };

        var answer = await AskAsync(new FakeAskHost(new AskResult(null, outcome, [], null)), await RunAsync(), When);

        answer.Status.ShouldBe(200);
        answer.Body.ShouldContain($"\"status\":\"{name}\"");
        answer.Body.ShouldNotContain("\"text\":\"It was in 1759.\",\"sentences\"");
        answer.Body.Contains("\"failure\":{", StringComparison.Ordinal).ShouldBe(hasFailed);
        answer.Body.Contains("writtenBy", StringComparison.Ordinal).ShouldBe(!hasFailed);
    }

    [Fact]
    public async Task One_that_takes_longer_is_asked_for_again_under_the_same_id()
    {
        var host = new FakeAskHost(null);
        var run = await RunAsync();

        var answer = await AskAsync(host, run, When);
        await AskAsync(host, run, """{ "question": " When  was it? " }""");
        await AskAsync(host, run, """{"question":"Where was it?"}""");

        (answer.Status, answer.Body).ShouldBe((202, """{"state":"running"}"""));
        host.Asked.Select(asked => asked.Id).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_run_that_there_is_not_and_one_without_a_transcript_say_so()
    {
        _runs.Put("going", RunStatus.Running);
        _runs.Put("gone", RunStatus.Failed, VideoResult.Failed(
            new RunId("gone"), "https://example.com", new Failure(FailureCategory.Unavailable, "video.gone", "It is gone.")));
        _runs.Put("list", RunStatus.Complete, new PlaylistResult("A list", [], null, null));
        var host = new FakeAskHost(null);

        var answers = new List<(int, string?)>();
        foreach (var id in (string[])["none", "../x", "going", "gone", "list"])
            answers.Add(await StatusOf(host, id));

        answers.ShouldBe(
        [
            (404, "run.unknown"), (404, "run.unknown"), (409, "run.running"), (404, "video.gone"), (404, "transcript.none"),
        ]);
        host.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_report_that_was_deleted_has_no_transcript()
    {
        using var home = new TempFolder();
        var answer = await new AskApi(_runs, new FakeAskHost(null), Defaults, new FileArtifactStore(home.Path))
            .AskAsync(await RunAsync(), When, CancellationToken.None);

        answer.Status.ShouldBe(404);
        answer.Body.ShouldContain("\"code\":\"artifact.missing\"");
    }

    [Theory]
    [InlineData("{", 400, "request.malformed")]
    [InlineData("{}", 400, "request.malformed")]
    [InlineData("[]", 400, "request.malformed")]
    [InlineData("""{"question":null}""", 400, "request.malformed")]
    [InlineData("""{"question":7}""", 400, "request.malformed")]
    [InlineData("""{"question":"When?","model":"x"}""", 400, "request.malformed")]
    [InlineData("""{"question":" ?! "}""", 400, "question.empty")]
    public async Task A_body_that_is_no_question_is_refused(string body, int status, string code)
    {
        var host = new FakeAskHost(null);

        var answer = await AskAsync(host, await RunAsync(), body);

        (answer.Status, answer.ContentType).ShouldBe((status, "application/problem+json; charset=utf-8"));
        answer.Body.ShouldContain($"\"code\":\"{code}\"");
        host.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(QuestionText.Longest + 1, 400, "question.too-long")]
    [InlineData(50_000, 413, "request.too-large")]
    public async Task A_question_is_bounded(int length, int status, string code)
    {
        var answer = await AskAsync(new FakeAskHost(null), await RunAsync(), $$"""{"question":"{{new string('a', length)}}"}""");

        answer.Status.ShouldBe(status);
        answer.Body.ShouldContain($"\"code\":\"{code}\"");
    }

    [Fact]
    public async Task An_answer_that_broke_off_can_be_asked_for_again()
    {
        var host = new FakeAskHost(new YttlException(FailureCategory.Processing, "answer.broke-off", "It broke off."));

        (await AskAsync(host, await RunAsync(), When)).Status.ShouldBe(503);
    }

    private Task<ApiAnswer> AskAsync(FakeAskHost host, string id, string body) =>
        new AskApi(_runs, host, Defaults, _artifacts).AskAsync(id, body, CancellationToken.None);

    private async Task<(int, string?)> StatusOf(FakeAskHost host, string id)
    {
        var answer = await AskAsync(host, id, When);
        using var body = System.Text.Json.JsonDocument.Parse(answer.Body);
        return (answer.Status, body.RootElement.GetProperty("code").GetString());
    }

    /// <returns>The id of a run that is over.</returns>
    private async Task<string> RunAsync()
    {
        _runs.Put("run", RunStatus.Partial, await ResultAsync());
        return "run";
    }

    private async Task<VideoResult> ResultAsync()
    {
        var report = SampleReport();
        var stored = await _artifacts.WriteJsonAsync(report, ReportsJson.Default.Report, CancellationToken.None);
        return VideoResult.Failed(new RunId("run"), "https://example.com", FakePipeline.SomeFailure) with
        {
            Status = RunStatus.Partial, Report = stored, Failure = null,
        };
    }

    private static Report SampleReport() => new()
    {
        Status = RunStatus.Partial,
        Video = new ReportVideo(
            "dQw4w9WgXcQ", "A talk", new Uri("https://www.youtube.com/watch?v=dQw4w9WgXcQ"), "youtube", 100, null, []),
        Transcript = new ReportTranscript(
            TranscriptSource.ManualCaptions, null, null, 2, 2, [new Cue(TimeSpan.Zero, TimeSpan.FromSeconds(2), "It is said.")]),
        Overall = new ReportSummary("", SummaryStatus.Failed),
        Hours = [],
        Removed = [],
        Gaps = [],
        Notes = [],
    };

    private sealed class FakeAskHost(object? result) : IAskHost
    {
        public List<(RunId Id, AskInput Input)> Asked { get; } = [];

        public Task<AskResult?> AskAsync(RunId id, AskInput input, CancellationToken cancellationToken)
        {
            Asked.Add((id, input));
            return result is Exception broken ? throw broken : Task.FromResult((AskResult?)result);
        }
    }
}
