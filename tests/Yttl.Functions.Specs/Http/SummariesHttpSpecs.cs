using System.Text.Json;
using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Summaries;
using Yttl.Functions.Http;
using Yttl.Functions.Specs.Engine;
using Yttl.TestKit;
using Yttl.Workflows.Http;
using Yttl.Workflows.Seam;
using Yttl.Workflows.Specs;

namespace Yttl.Functions.Specs.Http;

/// <summary>The HTTP contract on real orchestrations: the client, the instances and the wire are the app's own.</summary>
public sealed partial class SummariesHttpSpecs
{
    private const string Talk = $$"""{ "source": "{{Runs.Talk}}" }""";

    private readonly InMemoryArtifactStore _artifacts = new();
    private readonly InMemoryRunJournal _journals = new();
    private readonly SummariesHttp _http;

    public SummariesHttpSpecs() =>
        _http = new SummariesHttp(Runs.Defaults, _artifacts, _journals, TimeProvider.System, Runs.Steps);

    [Fact]
    public async Task A_summary_is_asked_for_watched_and_read()
    {
        await using var app = await StartAsync(RunStatus.Complete);

        var accepted = await HttpAnswer.Of(await _http.StartAsync(HttpRequests.Of(Talk), app.Client, CancellationToken.None));
        var id = IdOf(accepted);
        await app.OverAsync(id);
        var status = await HttpAnswer.Of(await _http.ShowAsync(HttpRequests.Of(), id, app.Client, CancellationToken.None));
        var page = await ReportAsync(app, id, "");
        var subtitles = await ReportAsync(app, id, "?format=vtt");
        var again = await HttpAnswer.Of(await _http.StartAsync(HttpRequests.Of(Talk), app.Client, CancellationToken.None));

        accepted.Status.ShouldBe(202);
        accepted.Location.ShouldBe($"/api/summaries/{id}");
        Golden.Matches("accepted.json", accepted.Body.Replace(id, "ID", StringComparison.Ordinal));
        JsonDocument.Parse(status.Body).RootElement.GetProperty("state").GetString().ShouldBe("complete");
        page.ContentType.ShouldBe("text/html; charset=utf-8");
        page.Body.ShouldContain("A &lt;b&gt; talk");
        page.Body.ShouldNotContain("A <b> talk");
        subtitles.Body.ShouldStartWith("WEBVTT");
        again.Status.ShouldBe(200);
        IdOf(again).ShouldBe(id);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("md")]
    [InlineData("json")]
    [InlineData("srt")]
    [InlineData("vtt")]
    public async Task A_report_of_many_hours_comes_whole_in_every_format(string format)
    {
        var cues = Enumerable.Range(0, 5000).Select(index => new Cue(
            TimeSpan.FromSeconds(3 * index), TimeSpan.FromSeconds((3 * index) + 2), $"Sentence number {index} of a long talk."));
        var some = SomeReport(RunStatus.Complete);
        var end = TimeSpan.FromSeconds(15_000);
        await using var app = await StartAsync(some with
        {
            Transcript = some.Transcript with { Cues = [.. cues] },
            Hours =
            [
                new ReportHour(0, TimeSpan.Zero, end, "All of it.", SummaryStatus.Ok,
                    [new ReportSegment(0, TimeSpan.Zero, end, "All of it.", SummaryStatus.Ok, null, null)]),
            ],
        });
        var id = IdOf(await HttpAnswer.Of(await _http.StartAsync(HttpRequests.Of(Talk), app.Client, CancellationToken.None)));
        await app.OverAsync(id);

        var report = await ReportAsync(app, id, $"?format={format}");

        report.Status.ShouldBe(200);
        report.Body.ShouldContain("Sentence number 0 of");
        report.Body.ShouldContain("Sentence number 4999 of");
        report.Body.ShouldEndWith("\n");
    }

    [Fact]
    public async Task No_answer_contains_a_key_or_an_address_of_the_engine()
    {
        await using var app = await StartAsync(RunStatus.Complete);

        var accepted = await HttpAnswer.Of(await _http.StartAsync(HttpRequests.Of(Talk), app.Client, CancellationToken.None));
        await app.OverAsync(IdOf(accepted));
        var listed = await HttpAnswer.Of(await _http.ListAsync(HttpRequests.Of(), app.Client, CancellationToken.None));

        foreach (var text in new[] { accepted.Body, listed.Body })
        {
            text.ShouldNotContain("code=");
            text.ShouldNotContain("runtime/webhooks");
            text.ShouldContain("/api/summaries/");
        }
    }

    [Fact]
    public async Task A_report_that_has_expired_is_said_to_be_gone()
    {
        var pipeline = new FakePipeline { Render = () => new ReportOutcome(Refs.Some, RunStatus.Complete, 0, [], null) };
        await using var app = await DurableApp.StartAsync(pipeline.Steps());
        var http = new SummariesHttp(Runs.Defaults, new ExpiredArtifacts(), _journals, TimeProvider.System, Runs.Steps);
        var id = IdOf(await HttpAnswer.Of(await http.StartAsync(HttpRequests.Of(Talk), app.Client, CancellationToken.None)));
        await app.OverAsync(id);

        var answer = await HttpAnswer.Of(await http.ReportAsync(HttpRequests.Of(), id, app.Client, CancellationToken.None));

        answer.Status.ShouldBe(404);
        answer.Body.ShouldContain("\"code\":\"artifact.missing\"");
    }

    [Fact]
    public async Task What_ended_partial_gets_a_new_generation_of_another_id()
    {
        await using var app = await StartAsync(RunStatus.Partial);

        var first = IdOf(await HttpAnswer.Of(await _http.StartAsync(HttpRequests.Of(Talk), app.Client, CancellationToken.None)));
        await app.OverAsync(first);
        var second = await HttpAnswer.Of(await _http.StartAsync(HttpRequests.Of(Talk), app.Client, CancellationToken.None));

        second.Status.ShouldBe(202);
        IdOf(second).ShouldBe($"{first}-2");
        await app.OverAsync($"{first}-2");
    }

    [Fact]
    public async Task Many_who_ask_at_once_share_one_run()
    {
        await using var app = await StartAsync(RunStatus.Complete);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
            await HttpAnswer.Of(await _http.StartAsync(HttpRequests.Of(Talk), app.Client, CancellationToken.None))));

        var id = answers.Select(IdOf).Distinct().ShouldHaveSingleItem();
        await app.OverAsync(id);
        app.Attempts.Count(name => name == "resolve").ShouldBe(1);
    }

    [Fact]
    public async Task A_run_is_stopped_and_then_forgotten()
    {
        var release = new TaskCompletionSource();
        var pipeline = new FakePipeline
        {
            ReadCaptions = () =>
            {
                release.Task.GetAwaiter().GetResult();
                return new CaptionsOutcome(new TranscriptRef(Refs.Some, Refs.English, 7, TimeSpan.FromMinutes(10)), [], null);
            },
        };
        await using var app = await DurableApp.StartAsync(pipeline.Steps());
        var id = IdOf(await HttpAnswer.Of(await _http.StartAsync(HttpRequests.Of(Talk), app.Client, CancellationToken.None)));
        await app.Client.WaitForInstanceStartAsync(id);

        var early = await HttpAnswer.Of(await _http.DeleteAsync(HttpRequests.Of(), id, app.Client, CancellationToken.None));
        var report = await ReportAsync(app, id, "?format=json");
        var stopped = await HttpAnswer.Of(await _http.TerminateAsync(HttpRequests.Of(), id, app.Client, CancellationToken.None));
        await app.OverAsync(id);
        release.SetResult();
        var status = await HttpAnswer.Of(await _http.ShowAsync(HttpRequests.Of(), id, app.Client, CancellationToken.None));
        var deleted = await HttpAnswer.Of(await _http.DeleteAsync(HttpRequests.Of(), id, app.Client, CancellationToken.None));
        var gone = await HttpAnswer.Of(await _http.ShowAsync(HttpRequests.Of(), id, app.Client, CancellationToken.None));

        (early.Status, report.Status, stopped.Status, deleted.Status, gone.Status).ShouldBe((409, 409, 202, 204, 404));
        status.Body.ShouldContain("\"state\":\"terminated\"");
    }

    [Fact]
    public async Task A_run_that_is_forgotten_takes_its_journal_along()
    {
        await using var app = await StartAsync(RunStatus.Complete);
        var started = await _http.StartAsync(HttpRequests.Of(Talk), app.Client, CancellationToken.None);
        var id = IdOf(await HttpAnswer.Of(started));
        await app.OverAsync(id);
        string[] runs = [id, $"{id}:0", $"{id}-2"];
        foreach (var run in runs)
            await _journals.AddAsync(
                new RunId(run), new JournalLine { Session = DateTimeOffset.UnixEpoch }, CancellationToken.None);

        await _http.DeleteAsync(HttpRequests.Of(), id, app.Client, CancellationToken.None);

        var kept = await Task.WhenAll(runs.Select(run => _journals.ReadAsync(new RunId(run), CancellationToken.None)));
        kept.Select(sessions => sessions.Count).ShouldBe([0, 0, 1]);
    }

    [Theory]
    [InlineData("""{"source":"http://169.254.169.254/metadata/identity"}""", 400, "source.not-public")]
    [InlineData("""{"source":"/etc/passwd"}""", 400, "source.unsupported")]
    [InlineData("""{"source":"https://youtu.be/dQw4w9WgXcQ","options":{"proxy":"http://10.0.0.1"}}""", 400, "request.malformed")]
    [InlineData("not json", 400, "request.malformed")]
    public async Task What_is_not_allowed_is_a_problem_document_and_starts_nothing(string body, int status, string code)
    {
        await using var app = await StartAsync(RunStatus.Complete);

        var answer = await HttpAnswer.Of(await _http.StartAsync(HttpRequests.Of(body), app.Client, CancellationToken.None));

        answer.Status.ShouldBe(status);
        answer.ContentType.ShouldBe("application/problem+json; charset=utf-8");
        answer.Body.ShouldContain($"\"code\":\"{code}\"");
        app.Attempts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_body_without_end_is_not_read_to_its_end()
    {
        await using var app = await StartAsync(RunStatus.Complete);
        var body = new string('x', SummariesApi.LongestBody * 8);
        var request = HttpRequests.Of(body);

        var answer = await HttpAnswer.Of(await _http.StartAsync(request, app.Client, CancellationToken.None));

        answer.Status.ShouldBe(413);
        request.Body.Position.ShouldBeLessThan(body.Length);
    }

    private Task<DurableApp> StartAsync(RunStatus status) => StartAsync(SomeReport(status));

    private async Task<DurableApp> StartAsync(Report report)
    {
        var stored = await _artifacts.WriteJsonAsync(report, ReportsJson.Default.Report, CancellationToken.None);
        return await DurableApp.StartAsync(
            new FakePipeline { Render = () => new ReportOutcome(stored, report.Status, 0, [], null) }.Steps());
    }

    private async Task<HttpAnswer> ReportAsync(DurableApp app, string id, string query) =>
        await HttpAnswer.Of(await _http.ReportAsync(HttpRequests.Of(query: query), id, app.Client, CancellationToken.None));

    private static string IdOf(HttpAnswer answer) =>
        JsonDocument.Parse(answer.Body).RootElement.GetProperty("id").GetString()!;

    private sealed class DamagedArtifacts : IArtifactStore
    {
        public Task<ArtifactRef> WriteAsync(
            Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Stream> OpenReadAsync(ArtifactRef reference, CancellationToken cancellationToken) =>
            Task.FromResult<Stream>(new MemoryStream("{ \"videos\": ["u8.ToArray()));
    }

    private sealed class ExpiredArtifacts : IArtifactStore
    {
        public Task<ArtifactRef> WriteAsync(
            Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Stream> OpenReadAsync(ArtifactRef reference, CancellationToken cancellationToken) =>
            throw new YttlException(FailureCategory.Processing, "artifact.missing", "It is gone.");
    }

    private static Report SomeReport(RunStatus status) => new()
    {
        Status = status,
        Video = new ReportVideo("dQw4w9WgXcQ", "A <b> talk", new Uri(Runs.Talk), "youtube", 60, Refs.English, []),
        Transcript = new ReportTranscript(
            TranscriptSource.ManualCaptions, null, Refs.English, 3, 3,
            [new Cue(TimeSpan.Zero, TimeSpan.FromSeconds(3), "Good morning.")]),
        Overall = new ReportSummary("A morning.", SummaryStatus.Ok),
        Hours = [],
        Removed = [],
        Gaps = [],
        Notes = [],
    };
}
