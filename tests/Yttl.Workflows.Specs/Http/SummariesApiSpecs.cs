using System.Security.Cryptography;
using System.Text;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Core.Summaries;
using Yttl.TestKit;
using Yttl.Workflows.Http;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Specs.Http;

public sealed class SummariesApiSpecs
{
    private const string Talk = """{"source":"https://youtu.be/dQw4w9WgXcQ"}""";

    internal static readonly HostDefaults Defaults = new(
        new RunOptions(null, null, [], new SummaryOptions("extractive", "", null, SummaryLength.Medium, SummaryStyle.Narrative, null)),
        new ExecutionOptions(5, [], ".") { VideoWindow = 2 })
    {
        SendsCallbacks = true,
    };

    private readonly FakeRunHost _host = new();
    private readonly SummariesApi _api;

    public SummariesApiSpecs() => _api = new SummariesApi(_host, Defaults);

    [Fact]
    public async Task A_new_source_is_started_and_named()
    {
        var answer = await _api.StartAsync(Talk, CancellationToken.None);

        var (id, start) = _host.Started.ShouldHaveSingleItem();
        answer.Status.ShouldBe(202);
        answer.Location.ShouldBe($"/api/summaries/{id}");
        answer.Body.ShouldBe(
            $$"""{"id":"{{id}}","state":"queued","statusUrl":"/api/summaries/{{id}}","reportUrl":"/api/summaries/{{id}}/report"}""");
        start.ShouldBe(new RunStart(
            new RunInput("https://www.youtube.com/watch?v=dQw4w9WgXcQ", Defaults.Options, Defaults.Execution), IsList: false));
    }

    [Fact]
    public async Task A_title_and_instructions_are_those_of_the_run()
    {
        await _api.StartAsync(
            """{"source":"https://youtu.be/dQw4w9WgXcQ","options":{"title":" Rivers ","prompt":"Name each river.\n"}}""", CancellationToken.None);

        var options = _host.Started.ShouldHaveSingleItem().Start.Input.Options;
        (options.Title, options.Summary.Instructions).ShouldBe(("Rivers", "Name each river."));
    }

    [Theory]
    [InlineData("title", 200, 202)]
    [InlineData("title", 201, 400)]
    [InlineData("prompt", 4096, 202)]
    [InlineData("prompt", 4097, 400)]
    public async Task Texts_of_a_caller_have_bounds(string option, int length, int answered)
    {
        var text = new string('x', length);

        var answer = await _api.StartAsync(
            $$$"""{"source":"https://youtu.be/dQw4w9WgXcQ","options":{"{{{option}}}":"{{{text}}}"}}""", CancellationToken.None);

        answer.Status.ShouldBe(answered);
    }

    [Theory]
    [InlineData(RunStatus.Queued, 202, "queued")]
    [InlineData(RunStatus.Running, 202, "running")]
    [InlineData(RunStatus.Complete, 200, "complete")]
    public async Task What_is_on_its_way_or_complete_is_not_started_again(RunStatus state, int answered, string said)
    {
        var id = await StartAndForget();
        _host.Put(id, state);

        var answer = await _api.StartAsync(Talk, CancellationToken.None);

        answer.Status.ShouldBe(answered);
        answer.Body.ShouldContain($"\"id\":\"{id}\",\"state\":\"{said}\"");
        _host.Started.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(RunStatus.Partial)]
    [InlineData(RunStatus.Failed)]
    [InlineData(RunStatus.Terminated)]
    public async Task What_left_something_undone_gets_a_new_generation(RunStatus state)
    {
        var id = await StartAndForget();
        _host.Put(id, state);

        (await _api.StartAsync(Talk, CancellationToken.None)).Status.ShouldBe(202);
        _host.Put($"{id}-2", RunStatus.Terminated);
        (await _api.StartAsync(Talk, CancellationToken.None)).Location.ShouldBe($"/api/summaries/{id}-3");

        _host.Started.Select(run => run.Id.Value).ShouldBe([$"{id}-2", $"{id}-3"]);
    }

    [Fact]
    public async Task Who_loses_the_race_to_start_a_run_joins_it()
    {
        _host.LosesTheRace = true;

        var answer = await _api.StartAsync(Talk, CancellationToken.None);

        answer.Status.ShouldBe(202);
        answer.Body.ShouldContain("\"state\":\"running\"");
    }

    [Theory]
    [InlineData(null, "0.75")]
    [InlineData("0.5", "0.5")]
    [InlineData("2", "0.75")]
    public async Task A_limit_of_the_cost_holds_below_that_of_the_host_and_is_not_in_the_id(string? host, string expected)
    {
        var limited = Defaults with { Execution = Defaults.Execution with { MaxCost = host is null ? null : Amount(host) } };
        await _api.StartAsync(Talk, CancellationToken.None);
        var id = _host.Started[^1].Id;

        var other = new FakeRunHost();
        await new SummariesApi(other, limited).StartAsync(Costing("0.75"), CancellationToken.None);

        var started = other.Started.ShouldHaveSingleItem();
        started.Start.Input.Execution.MaxCost.ShouldBe(Amount(expected));
        started.Id.ShouldBe(id);
    }

    [Theory]
    [InlineData("-1", "request.malformed")]
    [InlineData("\"dear\"", "request.malformed")]
    public async Task A_limit_of_the_cost_that_is_none_is_refused(string limit, string code) =>
        (await _api.StartAsync(Costing(limit), CancellationToken.None)).Body.ShouldContain($"\"code\":\"{code}\"");

    [Fact]
    public async Task A_limit_of_the_cost_is_refused_where_the_model_has_no_price()
    {
        var answer = await new SummariesApi(_host, Defaults with { IsPriced = false }).StartAsync(Costing("1"), CancellationToken.None);

        answer.Status.ShouldBe(400);
        answer.Body.ShouldContain("\"code\":\"cost.unknown\"");
        _host.Started.ShouldBeEmpty();
    }

    private static decimal Amount(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string Costing(string limit) =>
        $$$"""{"source":"https://youtu.be/dQw4w9WgXcQ","options":{"maxCost":{{{limit}}}}}""";

    [Fact]
    public async Task Options_make_another_run_and_reach_it()
    {
        await _api.StartAsync(Talk, CancellationToken.None);
        await _api.StartAsync(
            """
            {"source":"https://youtu.be/dQw4w9WgXcQ&list=PLFs4vir_WsTwEd-nJgVJCZPNL3HALHHpF","options":{"language":"de","outputLanguage":"pt-BR",
            "length":"short","style":"minutes","playlist":true,"sponsorblock":["sponsor","intro"],"chunkSizeStrategy":"memory_optimized"}}
            """,
            CancellationToken.None);

        _host.Started[1].Id.ShouldNotBe(_host.Started[0].Id);
        var options = _host.Started[1].Start.Input.Options;
        options.Language.ToString().ShouldBe("de");
        options.SponsorBlock.ShouldBe(["sponsor", "intro"]);
        options.Summary.ShouldBe(Defaults.Options.Summary with
        {
            OutputLanguage = Core.Languages.LanguageTag.Parse("pt-BR", null),
            Length = SummaryLength.Short,
            Style = SummaryStyle.Minutes,
        });
    }

    [Theory]
    [InlineData("", "request.malformed")]
    [InlineData("null", "request.malformed")]
    [InlineData("{}", "request.malformed")]
    [InlineData("""{"source":7}""", "request.malformed")]
    [InlineData("""{"source":null}""", "request.malformed")]
    [InlineData("""{"source":"https://youtu.be/dQw4w9WgXcQ","options":{"proxy":"http://10.0.0.1"}}""", "request.malformed")]
    [InlineData("""{"source":"https://youtu.be/dQw4w9WgXcQ","options":{"llmBaseUrl":"http://evil.example"}}""", "request.malformed")]
    [InlineData("""{"source":"https://youtu.be/dQw4w9WgXcQ","options":{"llmCommand":"sh -c id"}}""", "request.malformed")]
    [InlineData("""{"source":"https://youtu.be/dQw4w9WgXcQ","options":{"llm_command":"sh -c id"}}""", "request.malformed")]
    [InlineData("""{"source":"https://youtu.be/dQw4w9WgXcQ","options":{"outputFolder":"/etc"}}""", "request.malformed")]
    [InlineData("""{"source":"https://youtu.be/dQw4w9WgXcQ","options":{"sponsorblock":["chapter"]}}""", "request.malformed")]
    [InlineData("""{"source":"https://youtu.be/dQw4w9WgXcQ","options":{"callback":"http://example.com/"}}""", "callback.unsupported")]
    [InlineData("""{"source":"https://youtu.be/dQw4w9WgXcQ","options":{"callback":"https://a:secret@example.com/"}}""", "callback.unsupported")]
    [InlineData("""{"source":"https://youtu.be/dQw4w9WgXcQ","options":{"callback":"https://example.com/\r\nX: y"}}""", "callback.unsupported")]
    [InlineData("""{"source":"https://youtu.be/dQw4w9WgXcQ","options":{"callback":"https://169.254.169.254/"}}""", "callback.not-public")]
    [InlineData("""{"source":"https://youtu.be/dQw4w9WgXcQ","options":{"callback":"https://func.internal/hook"}}""", "callback.not-public")]
    [InlineData("""{"source":"https://youtu.be/dQw4w9WgXcQ","options":{"callback":"https://xn--ü.com/"}}""", "callback.not-public")]
    [InlineData("""{"source":""}""", "source.empty")]
    [InlineData("""{"source":"/etc/passwd"}""", "source.unsupported")]
    [InlineData("""{"source":"file:///etc/passwd"}""", "source.unsupported")]
    [InlineData("""{"source":"talk.srt"}""", "source.unsupported")]
    [InlineData("""{"source":"ftp://example.com/a.mp4"}""", "source.unsupported")]
    [InlineData("""{"source":"https://user:secret@example.com/a.mp4"}""", "source.unsupported")]
    [InlineData("""{"source":"http://169.254.169.254/metadata/identity"}""", "source.not-public")]
    [InlineData("""{"source":"http://localhost:7071/admin"}""", "source.not-public")]
    [InlineData("""{"source":"http://[::ffff:10.0.0.1]/"}""", "source.not-public")]
    public async Task What_cannot_be_used_is_refused_with_its_code_and_starts_nothing(string body, string code)
    {
        var answer = await _api.StartAsync(body, CancellationToken.None);

        answer.Status.ShouldBe(400);
        answer.ContentType.ShouldStartWith("application/problem+json");
        answer.Body.ShouldContain($"\"code\":\"{code}\"");
        answer.Body.ShouldNotContain("secret");
        _host.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_callback_reaches_its_run_which_is_another_than_without()
    {
        await _api.StartAsync(Talk, CancellationToken.None);
        await _api.StartAsync(
            """{"source":"https://youtu.be/dQw4w9WgXcQ","options":{"callback":"https://example.com/hook?a=b"}}""", CancellationToken.None);
        await _api.StartAsync(
            """{"source":"https://www.youtube.com/playlist?list=PLFs4vir_WsTwEd-nJgVJCZPNL3HALHHpF","options":{"callback":"https://example.com/hook"}}""",
            CancellationToken.None);

        _host.Started.Select(run => run.Id).ShouldBeUnique();
        _host.Started[1].Start.Input.Callback.ShouldBe("https://example.com/hook?a=b");
        _host.Started[2].Start.Input.Callback.ShouldBe("https://example.com/hook");
    }

    [Fact]
    public async Task A_host_without_a_secret_promises_no_callback()
    {
        var api = new SummariesApi(_host, Defaults with { SendsCallbacks = false });

        var answer = await api.StartAsync(
            """{"source":"https://youtu.be/dQw4w9WgXcQ","options":{"callback":"https://example.com/hook"}}""", CancellationToken.None);

        answer.Status.ShouldBe(400);
        answer.Body.ShouldContain("\"code\":\"callback.no-secret\"");
        _host.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_body_without_end_is_refused() =>
        (await _api.StartAsync(new string(' ', SummariesApi.LongestBody + 1), CancellationToken.None)).Status.ShouldBe(413);

    [Fact]
    public async Task A_batch_starts_every_good_line_once_and_names_the_bad_ones()
    {
        var answer = await _api.StartBatchAsync(
            "\uFEFF# talks\r\nhttps://youtu.be/dQw4w9WgXcQ\r\n\r\n/etc/passwd\r\n"
            + "https://www.youtube.com/watch?v=dQw4w9WgXcQ\r\nhttps://vimeo.com/76979871\r\n",
            CancellationToken.None);

        answer.Status.ShouldBe(202);
        _host.Started.Count.ShouldBe(2);
        Golden.Matches("batch.json", _host.Started.Select((run, index) => (run.Id, Name: $"id-{index + 1}")).Aggregate(
            answer.Body, (body, run) => body.Replace(run.Id.Value, run.Name, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(RunStatus.Queued, "queued")]
    [InlineData(RunStatus.Running, "running")]
    [InlineData(RunStatus.Partial, "partial")]
    [InlineData(RunStatus.Failed, "failed")]
    [InlineData(RunStatus.Terminated, "terminated")]
    public async Task A_status_says_where_the_run_is(RunStatus state, string said)
    {
        _host.Put("abc", state, state switch
        {
            RunStatus.Partial => Result("abc", RunStatus.Partial),
            RunStatus.Failed => VideoResult.Failed(
                new RunId("abc"), "https://youtu.be/dQw4w9WgXcQ",
                new Failure(FailureCategory.Unavailable, "video.private", "It is private.")),
            _ => null,
        }, new RunProgress(RunPhase.Summaries, 7, 40, null));

        var answer = await _api.ShowAsync("abc", CancellationToken.None);

        answer.Status.ShouldBe(200);
        Golden.Matches($"status-{said}.json", answer.Body);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("../abc")]
    [InlineData("")]
    public async Task An_unknown_run_is_not_found(string id)
    {
        (await _api.ShowAsync(id, CancellationToken.None)).Status.ShouldBe(404);
        (await _api.TerminateAsync(id, CancellationToken.None)).Status.ShouldBe(404);
        (await _api.DeleteAsync(id, CancellationToken.None)).Status.ShouldBe(404);
        (await _api.ReportRequestOf(id, "html", CancellationToken.None)).Refusal!.Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_report_is_there_when_its_run_is_over_and_in_a_format_that_is_known()
    {
        _host.Put("abc", RunStatus.Running);
        (await _api.ReportRequestOf("abc", null, CancellationToken.None)).Refusal!.Status.ShouldBe(409);

        _host.Put("abc", RunStatus.Partial, Result("abc", RunStatus.Partial));
        (await _api.ReportRequestOf("abc", "pdf", CancellationToken.None)).Refusal!.Status.ShouldBe(400);
        var report = (await _api.ReportRequestOf("abc", "vtt", CancellationToken.None)).Report.ShouldNotBeNull();

        report.Format.ContentType.ShouldBe("text/vtt; charset=utf-8");
        report.FileName.ShouldBe("dQw4w9WgXcQ.vtt");
    }

    [Fact]
    public async Task The_report_of_a_list_is_a_page_that_links_to_the_reports_of_its_videos()
    {
        var lost = VideoResult.Failed(
            new RunId("abc:1"), "https://youtu.be/9bZkp7q19f0",
            new Failure(FailureCategory.Unavailable, "video.private", "It is private."));
        _host.Put("abc", RunStatus.Partial, new PlaylistResult("Talks", [Result("abc:0", RunStatus.Partial), lost], null, null));

        var page = (await _api.ReportRequestOf("abc", null, CancellationToken.None)).Report.ShouldNotBeNull();
        var refusal = (await _api.ReportRequestOf("abc", "vtt", CancellationToken.None)).Refusal.ShouldNotBeNull();

        page.Index.ShouldNotBeNull().Entries.ShouldBe(
        [
            new IndexEntry("A <talk>", RunStatus.Partial, "/api/summaries/abc:0/report", 2, null),
            new IndexEntry("https://youtu.be/9bZkp7q19f0", RunStatus.Failed, null, 0, lost.Failure),
        ]);
        page.Index.OutputFolder.ShouldBe("/api/summaries/abc");
        refusal.Status.ShouldBe(404);
        refusal.Body.ShouldContain("index page");
    }

    [Fact]
    public async Task The_report_of_a_list_that_cannot_be_read_is_missing_for_its_reason()
    {
        _host.Put("abc", RunStatus.Failed, new PlaylistResult(
            null, [], null, new Failure(FailureCategory.Unavailable, "list.private", "It is private.")));

        var refusal = (await _api.ReportRequestOf("abc", null, CancellationToken.None)).Refusal.ShouldNotBeNull();

        refusal.Status.ShouldBe(404);
        refusal.Body.ShouldContain("list.private");
    }

    [Fact]
    public async Task Only_a_run_that_is_not_over_is_terminated_and_only_one_that_is_over_is_deleted()
    {
        _host.Put("abc", RunStatus.Running);

        (await _api.DeleteAsync("abc", CancellationToken.None)).Status.ShouldBe(409);
        (await _api.TerminateAsync("abc", CancellationToken.None)).Status.ShouldBe(202);
        _host.Put("abc", RunStatus.Complete);
        (await _api.TerminateAsync("abc", CancellationToken.None)).Status.ShouldBe(202);
        (await _api.DeleteAsync("abc", CancellationToken.None)).Status.ShouldBe(204);

        _host.Terminated.ShouldHaveSingleItem();
        _host.Runs.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stop_that_was_cut_short_can_be_repeated()
    {
        _host.Put("abc", RunStatus.Terminated);

        (await _api.TerminateAsync("abc", CancellationToken.None)).Status.ShouldBe(202);

        _host.Terminated.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_list_whose_videos_are_not_over_is_not_deleted_and_says_when_to_try_again()
    {
        _host.Put("abc", RunStatus.Terminated);
        _host.StillStopping = true;

        var answer = await _api.DeleteAsync("abc", CancellationToken.None);

        answer.Status.ShouldBe(409);
        answer.Body.ShouldContain("\"code\":\"run.running\"");
        answer.Body.ShouldContain("delete it in a minute");
        _host.Runs.ShouldNotBeEmpty();
    }

    private async Task<string> StartAndForget()
    {
        await _api.StartAsync(Talk, CancellationToken.None);
        var id = _host.Started.ShouldHaveSingleItem().Id.Value;
        _host.Started.Clear();
        return id;
    }

    private static VideoResult Result(string id, RunStatus status) => new(
        new RunId(id), "https://youtu.be/dQw4w9WgXcQ", status, "dQw4w9WgXcQ", "A <talk>",
        ArtifactRef.OfHash(SHA256.HashData(Encoding.UTF8.GetBytes("report"))), [],
        status is RunStatus.Complete ? 0 : 2, ["One note."], null);
}
