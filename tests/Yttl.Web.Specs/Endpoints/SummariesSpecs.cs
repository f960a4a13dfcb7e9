using System.Text.Json;
using Yttl.Core.Segments;
using Yttl.Core.Summaries;
using Yttl.LocalEngine;
using Yttl.TestKit.Http;

namespace Yttl.Web.Specs.Endpoints;

/// <summary>The HTTP contract over the runs of this machine.</summary>
public sealed class SummariesSpecs : IAsyncLifetime
{
    private RunningWeb _web = null!;

    public async Task InitializeAsync() => _web = await RunningWeb.StartAsync();

    public async Task DisposeAsync() => await _web.DisposeAsync();

    [Fact]
    public async Task A_file_is_summarised_listed_read_in_every_format_searched_and_deleted()
    {
        var accepted = await _web.PostAsync("/api/summaries", RunningWeb.Body(_web.Talk()));
        accepted.Status.ShouldBe(202, accepted.Body);
        var id = accepted.Text("id");
        accepted.Header("Location").ShouldBe($"/api/summaries/{id}");

        var over = await _web.OverAsync(id);
        over.Text("state").ShouldBe("complete", over.Body);
        over.Text("title").ShouldBe("talk");
        (await _web.PostAsync("/api/summaries", RunningWeb.Body(_web.Folder.PathOf("talk.vtt")))).Status.ShouldBe(200);
        (await _web.GetAsync("/api/summaries")).Json.GetProperty("summaries").EnumerateArray().ShouldHaveSingleItem()
            .GetProperty("id").GetString().ShouldBe(id);

        var page = await _web.GetAsync($"/api/summaries/{id}/report");
        page.Content.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        page.Header("Content-Security-Policy").ShouldStartWith("sandbox allow-scripts allow-popups");
        // By the HTML standard, a sandboxed answer with another policy of openers is a network error.
        page.Header("Cross-Origin-Opener-Policy").ShouldBe("unsafe-none");
        page.Header("Referrer-Policy").ShouldBe("strict-origin-when-cross-origin");
        (await _web.GetAsync($"/api/summaries/{id}/report?format=md")).Body.ShouldContain("# talk");
        (await _web.GetAsync($"/api/summaries/{id}/report?format=vtt")).Body.ShouldStartWith("WEBVTT");
        (await _web.GetAsync($"/api/summaries/{id}/report?format=json")).Json.GetProperty("schema").GetString().ShouldBe("yttl/report@1");
        (await _web.GetAsync($"/api/summaries/{id}/report?format=exe")).Status.ShouldBe(400);

        var hits = (await _web.GetAsync("/api/search?q=minute%207%20stars&limit=3")).Json.GetProperty("hits");
        hits.GetArrayLength().ShouldBeGreaterThan(0);
        hits[0].GetProperty("run").GetString().ShouldBe(id);
        hits[0].GetProperty("link").GetString().ShouldStartWith($"/api/summaries/{id}/report#t=");
        (await _web.GetAsync("/api/search?q=")).Status.ShouldBe(400);
        (await _web.GetAsync("/api/search?q=stars&limit=0")).Status.ShouldBe(400);

        (await _web.SendAsync(HttpMethod.Delete, $"/api/summaries/{id}", null)).Status.ShouldBe(204);
        (await _web.GetAsync($"/api/summaries/{id}")).Status.ShouldBe(404);
        (await _web.GetAsync("/api/search?q=stars")).Json.GetProperty("hits").GetArrayLength().ShouldBe(0);
    }

    /// <summary>The same run, whichever way it is asked for: the command line finds what the page has done.</summary>
    [Fact]
    public async Task Options_make_the_run_that_the_engine_makes_of_them()
    {
        var talk = _web.Talk();
        var accepted = await _web.PostAsync("/api/summaries", $$"""
            {
              "source": {{JsonSerializer.Serialize(talk, SpecJson.Default.String)}},
              "options": { "length": "long", "style": "bullets", "sections": "fixed", "sectionMinutes": 3, "title": "Stars", "prompt": "Name each star." }
            }
            """);
        var over = await _web.OverAsync(accepted.Text("id"));
        over.Text("state").ShouldBe("complete", over.Body);
        over.Text("title").ShouldBe("Stars");

        var options = _web.Options();
        await using var engine = new VideoSummarizer(options.Host);
        var result = await engine.SummarizeAsync(
            talk,
            options.Run with
            {
                Length = SummaryLength.Long,
                Style = SummaryStyle.Bullets,
                Sections = new SectionOptions(SectionMode.Fixed, 3),
                Title = "Stars",
                Instructions = "Name each star.",
            },
            null,
            CancellationToken.None);
        result.ShouldHaveSingleItem().RunId.Value.ShouldBe(accepted.Text("id"));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_failed_run_with_its_reason()
    {
        var over = await _web.SummarizeAsync(_web.Folder.PathOf("none.mp4"));

        over.Text("state").ShouldBe("failed");
        over.Json.GetProperty("failure").GetProperty("code").GetString().ShouldBe("file.missing");
        (await _web.GetAsync($"/api/summaries/{over.Text("id")}/report")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_folder_is_a_list_with_a_page_over_its_videos()
    {
        Directory.CreateDirectory(_web.Folder.PathOf("talks"));
        _web.Talk("talks/one.vtt");
        _web.Talk("talks/two.vtt");

        var over = await _web.SummarizeAsync(_web.Folder.PathOf("talks"));

        over.Text("state").ShouldBe("complete", over.Body);
        var videos = over.Json.GetProperty("videos").EnumerateArray().ToList();
        videos.Select(video => video.GetProperty("title").GetString()).ShouldBe(["one", "two"]);
        var page = await _web.GetAsync(over.Text("reportUrl"));
        page.Body.ShouldContain("two");
        (await _web.GetAsync(videos[1].GetProperty("reportUrl").GetString()!)).Body.ShouldContain("two.vtt");
    }

    [Fact]
    public async Task While_a_run_goes_on_its_report_is_not_there_and_it_cannot_be_deleted_until_it_is_stopped()
    {
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Text("A point is made."));
        var gate = new TaskCompletionSource();
        model.Gate = gate.Task;
        await using var web = await RunningWeb.StartAsync(model);
        var id = (await web.PostAsync("/api/summaries", RunningWeb.Body(web.Talk()))).Text("id");
        await model.CalledAsync(1);

        (await web.GetAsync($"/api/summaries/{id}/report")).Status.ShouldBe(409);
        (await web.SendAsync(HttpMethod.Delete, $"/api/summaries/{id}", null)).Status.ShouldBe(409);
        (await web.PostAsync($"/api/summaries/{id}/terminate")).Status.ShouldBe(202);
        (await web.GetAsync($"/api/summaries/{id}")).Text("state").ShouldBe("terminated");

        gate.SetResult();
        var resumed = await web.PostAsync($"/api/summaries/{id}/resume");
        resumed.Status.ShouldBe(202, resumed.Body);
        resumed.Text("id").ShouldBe(id);
        (await web.OverAsync(id)).Text("state").ShouldBe("complete");
        (await web.PostAsync($"/api/summaries/{id}/resume")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_run_that_waits_for_its_turn_is_queued_and_can_be_stopped()
    {
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Hang);
        await using var web = await RunningWeb.StartAsync(model, videosAtOnce: 1);
        await web.PostAsync("/api/summaries", RunningWeb.Body(web.Talk()));
        await model.CalledAsync(1);

        var second = await web.PostAsync("/api/summaries", RunningWeb.Body(web.Talk("second.vtt")));
        second.Text("state").ShouldBe("queued");
        await web.PostAsync($"/api/summaries/{second.Text("id")}/terminate");

        (await web.GetAsync($"/api/summaries/{second.Text("id")}")).Text("state").ShouldBe("terminated");
    }

    [Fact]
    public async Task A_batch_starts_each_line_and_names_the_bad_ones()
    {
        var answer = await _web.PostAsync("/api/batches", $"{_web.Talk()}\n# a comment\n{_web.Talk("b.vtt")}\nftp://x\n");

        answer.Status.ShouldBe(202, answer.Body);
        answer.Json.GetProperty("accepted").GetArrayLength().ShouldBe(2);
        answer.Json.GetProperty("rejected").EnumerateArray().ShouldHaveSingleItem().GetProperty("line").GetInt32().ShouldBe(4);
        foreach (var line in answer.Json.GetProperty("accepted").EnumerateArray())
            (await _web.OverAsync(line.GetProperty("id").GetString()!)).Text("state").ShouldBe("complete");
    }

    [Fact]
    public async Task A_plan_says_what_a_run_takes_and_runs_nothing()
    {
        var plan = await _web.PostAsync("/api/plan", RunningWeb.Body(_web.Talk()));

        plan.Status.ShouldBe(200, plan.Body);
        plan.Json.GetProperty("schema").GetString().ShouldBe("yttl/plan@1");
        plan.Json.GetProperty("summaries").GetProperty("segments").GetInt32().ShouldBeGreaterThan(1);
        (await _web.GetAsync("/api/summaries")).Json.GetProperty("summaries").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("/api/summaries/..%2f..%2fserve%2ftokens", 404)]
    [InlineData("/api/summaries/%2e%2e%2f%2e%2e%2fserve%2frunning/report", 404)]
    [InlineData("/api/summaries/..%5c..%5cserve", 404)]
    [InlineData("/api/summaries/a%00b", 400)]
    public async Task An_id_that_leads_out_of_its_folder_is_no_run(string path, int status)
    {
        (await _web.GetAsync(path)).Status.ShouldBe(status);
        (await _web.SendAsync(HttpMethod.Delete, path, null)).Status.ShouldBeOneOf(404, 405, 400);
        File.Exists(Path.Combine(_web.Home, "serve", "tokens.json")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{ "source": "x.vtt", "options": { "home": "/tmp" } }""")]
    [InlineData("""{ "source": "x.vtt", "options": { "llmBaseUrl": "http://evil.example" } }""")]
    [InlineData("""{ "source": "" }""")]
    [InlineData("not json")]
    public async Task What_is_not_on_the_list_of_options_is_refused(string body) =>
        (await _web.PostAsync("/api/summaries", body)).Status.ShouldBe(400);

    [Fact]
    public async Task The_list_comes_in_pages_newest_first()
    {
        foreach (var name in new[] { "a.vtt", "b.vtt", "c.vtt" })
            await _web.SummarizeAsync(_web.Talk(name));

        var first = (await _web.GetAsync("/api/summaries?limit=2")).Json.GetProperty("summaries").EnumerateArray().ToList();
        var before = Uri.EscapeDataString(first[1].GetProperty("created").GetString()!);
        var rest = (await _web.GetAsync($"/api/summaries?limit=2&before={before}")).Json.GetProperty("summaries").EnumerateArray().ToList();

        first.Select(Title).ShouldBe(["c", "b"]);
        rest.Select(Title).ShouldBe(["a"]);
        (await _web.GetAsync("/api/summaries?limit=many")).Status.ShouldBe(400);
        (await _web.GetAsync("/api/summaries?before=yesterday")).Status.ShouldBe(400);

        static string? Title(JsonElement run) => run.GetProperty("title").GetString();
    }

    [Theory]
    [InlineData("GET", "/api/none", 404)]
    [InlineData("GET", "/api/none.json", 404)]
    [InlineData("GET", "/favicon.ico", 404)]
    [InlineData("GET", "/", 200)]
    [InlineData("PUT", "/api/summaries", 405)]
    [InlineData("POST", "/api/health", 405)]
    public async Task A_call_that_is_none_is_answered_as_a_problem(string method, string path, int status)
    {
        var answer = await _web.SendAsync(new HttpMethod(method), path, null);

        answer.Status.ShouldBe(status);
        if (status is not 200)
            answer.Content.ContentType!.MediaType.ShouldBe("application/problem+json");
        if (status is 405)
            answer.Content.Allow.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Doctor_and_settings_are_those_of_the_command_line()
    {
        (await _web.GetAsync("/api/doctor")).Json.GetProperty("schema").GetString().ShouldBe("yttl/doctor@1");
        (await _web.GetAsync("/api/settings")).Json.GetProperty("schema").GetString().ShouldBe("yttl/config@1");
    }
}
