using System.Text.Json;
using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Sources;
using Yttl.Functions.Http;
using Yttl.Functions.Specs.Engine;
using Yttl.TestKit;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Specs;
using Yttl.Workflows.UrlLists;

namespace Yttl.Functions.Specs.Http;

/// <summary>Lists, and the listing of runs.</summary>
public sealed partial class SummariesHttpSpecs
{
    [Fact]
    public async Task A_list_has_a_page_that_links_to_the_reports_of_its_videos()
    {
        var report = SomeReport(RunStatus.Complete);
        var stored = await _artifacts.WriteJsonAsync(report, ReportsJson.Default.Report, CancellationToken.None);
        await using var app = await DurableApp.StartAsync(new FakePipeline
        {
            List = () => new ListOutcome("Some <talks>", [new PlaylistEntry("a", null, null), new PlaylistEntry("b", null, null)], null),
            Render = () => new ReportOutcome(stored, report.Status, 0, [], null),
        }.Steps());
        await app.RunAsync(SummarizePlaylistWorkflow.Definition, "list", Runs.Video());

        var page = await ReportAsync(app, "list", "");
        var video = await ReportAsync(app, "list:1", "");

        (page.Status, page.ContentType).ShouldBe((200, "text/html; charset=utf-8"));
        page.Body.ShouldContain("Some &lt;talks&gt;");
        page.Body.ShouldContain("href=\"./../list%3A0/report\"");
        page.Body.ShouldContain("href=\"./../list%3A1/report\"");
        video.Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_list_that_was_uploaded_is_listed_shown_and_stopped_as_any_run()
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
        await using var app = await DurableApp.StartAsync(
            pipeline.Steps().Bind(Steps.WriteUrlListResults, (_, _) => Task.FromResult(new PlainOutcome())));
        await app.ScheduleAsync(FeedUrlListWorkflow.Definition, "list-talks", new UrlListInput(
            "talks.txt", [new UrlListEntry(1, Runs.Talk, false)], [], Runs.Options, Runs.Execution));
        await app.Client.WaitForInstanceStartAsync("list-talks:0").WaitAsync(Eventually.Timeout);

        var listed = await HttpAnswer.Of(await _http.ListAsync(HttpRequests.Of(), app.Client, CancellationToken.None));
        var stopped = await HttpAnswer.Of(
            await _http.TerminateAsync(HttpRequests.Of(), "list-talks", app.Client, CancellationToken.None));
        var shown = await HttpAnswer.Of(await _http.ShowAsync(HttpRequests.Of(), "list-talks", app.Client, CancellationToken.None));
        var video = await HttpAnswer.Of(await _http.ShowAsync(HttpRequests.Of(), "list-talks:0", app.Client, CancellationToken.None));
        release.SetResult();

        var run = JsonDocument.Parse(listed.Body).RootElement.GetProperty("summaries").EnumerateArray().ShouldHaveSingleItem();
        string.Join(' ', new[] { "id", "source", "state", "phase", "total" }.Select(name => run.GetProperty(name)))
            .ShouldBe("list-talks url-lists/talks.txt running videos 1");
        stopped.Status.ShouldBe(202);
        shown.Body.ShouldContain("\"state\":\"terminated\"");
        video.Body.ShouldContain("\"state\":\"terminated\"");
    }

    [Fact]
    public async Task A_list_that_was_uploaded_shows_how_each_line_ended_and_has_a_page_over_their_reports()
    {
        await using var app = await DurableApp.StartAsync(
            new FakePipeline().Steps().Bind(Steps.WriteUrlListResults, (_, _) => Task.FromResult(new PlainOutcome())));
        await app.RunAsync(FeedUrlListWorkflow.Definition, "list-talks", new UrlListInput(
            "talks.txt",
            [new UrlListEntry(1, Runs.Talk, false)],
            [new RejectedLine(2, new Failure(FailureCategory.Input, "source.unsupported", "It is no address."))],
            Runs.Options,
            Runs.Execution));

        var shown = await HttpAnswer.Of(await _http.ShowAsync(HttpRequests.Of(), "list-talks", app.Client, CancellationToken.None));
        var page = await ReportAsync(app, "list-talks", "");

        var status = JsonDocument.Parse(shown.Body).RootElement;
        status.GetProperty("state").GetString().ShouldBe("complete");
        status.GetProperty("notes")[0].GetString().ShouldBe("Line 2: It is no address.");
        var line = status.GetProperty("videos")[0];
        line.GetProperty("source").GetString().ShouldBe(Runs.Talk);
        line.GetProperty("reportUrl").GetString().ShouldBe("/api/summaries/list-talks%3A0/report");
        page.Body.ShouldContain("href=\"./../list-talks%3A0/report\"");
    }

    [Fact]
    public async Task Runs_are_listed_newest_first_with_what_they_were_asked_for_and_without_the_videos_of_lists()
    {
        await using var app = await StartAsync(RunStatus.Complete);
        foreach (var video in new[] { "dQw4w9WgXcQ", "9bZkp7q19f0" })
        {
            var answer = await HttpAnswer.Of(await _http.StartAsync(
                HttpRequests.Of($$"""{ "source": "https://youtu.be/{{video}}" }"""), app.Client, CancellationToken.None));
            await app.OverAsync(IdOf(answer));
        }

        await app.RunAsync(SummarizeVideoWorkflow.Definition, "list:0", Runs.Video());
        var listed = await HttpAnswer.Of(await _http.ListAsync(HttpRequests.Of(), app.Client, CancellationToken.None));

        JsonDocument.Parse(listed.Body).RootElement.GetProperty("summaries").EnumerateArray()
            .Select(run => $"{run.GetProperty("source")} {run.GetProperty("state")}").ShouldBe(
        [
            "https://www.youtube.com/watch?v=9bZkp7q19f0 complete", "https://www.youtube.com/watch?v=dQw4w9WgXcQ complete",
        ]);
    }

    [Fact]
    public async Task A_listing_reads_no_inputs_and_results_and_says_how_runs_ended()
    {
        await using var app = await StartAsync(RunStatus.Partial);
        await app.RunAsync(SummarizeVideoWorkflow.Definition, "talk", Runs.Video());
        await app.RunAsync(SummarizePlaylistWorkflow.Definition, "list", Runs.Video());
        app.Backend.Reads.Clear();

        var listed = await HttpAnswer.Of(await _http.ListAsync(HttpRequests.Of(), app.Client, CancellationToken.None));

        app.Backend.Reads.ShouldBeEmpty();
        var runs = JsonDocument.Parse(listed.Body).RootElement.GetProperty("summaries").EnumerateArray()
            .ToDictionary(run => run.GetProperty("id").GetString()!);
        runs["talk"].GetProperty("state").GetString().ShouldBe("partial");
        runs["talk"].GetProperty("title").GetString().ShouldBe("A title");
        runs["talk"].GetProperty("source").GetString().ShouldBe(Runs.Talk);
        runs["list"].GetProperty("state").GetString().ShouldBe("complete");
    }

    [Fact]
    public async Task A_long_list_shows_all_its_videos_and_one_page_of_results_that_expired_is_a_note()
    {
        await using var app = await StartLongListAsync();
        await app.RunAsync(SummarizePlaylistWorkflow.Definition, "list", LongList);

        var shown = await HttpAnswer.Of(await _http.ShowAsync(HttpRequests.Of(), "list", app.Client, CancellationToken.None));
        var page = await ReportAsync(app, "list", "");
        var http = new SummariesHttp(Runs.Defaults, new ExpiredArtifacts(), _journals, TimeProvider.System, Runs.Steps);
        var expired = await HttpAnswer.Of(await http.ShowAsync(HttpRequests.Of(), "list", app.Client, CancellationToken.None));
        var gone = await HttpAnswer.Of(await http.ReportAsync(HttpRequests.Of(), "list", app.Client, CancellationToken.None));

        var status = JsonDocument.Parse(shown.Body).RootElement;
        status.GetProperty("state").GetString().ShouldBe("complete");
        status.GetProperty("videos").EnumerateArray().Select(video => video.GetProperty("id").GetString())
            .ShouldBe(["list:0", "list:1", "list:2", "list:3", "list:4"]);
        page.Body.ShouldContain("href=\"./../list%3A4/report\"");
        var left = JsonDocument.Parse(expired.Body).RootElement;
        left.GetProperty("state").GetString().ShouldBe("complete");
        left.GetProperty("notes")[1].GetString().ShouldBe("The results of the videos 3 to 4 cannot be shown: It is gone.");
        left.GetProperty("videos").GetArrayLength().ShouldBe(0);
        gone.Body.ShouldContain("The videos 3 to 4");
    }

    [Fact]
    public async Task Results_that_are_damaged_hide_no_other_page_of_a_long_list_and_videos_left_out_are_named()
    {
        await using var app = await StartLongListAsync(leftOut: 7);
        await app.RunAsync(SummarizePlaylistWorkflow.Definition, "list", LongList);
        var http = new SummariesHttp(Runs.Defaults, new DamagedArtifacts(), _journals, TimeProvider.System, Runs.Steps);

        var shown = await HttpAnswer.Of(await http.ShowAsync(HttpRequests.Of(), "list", app.Client, CancellationToken.None));
        var page = await HttpAnswer.Of(await http.ReportAsync(HttpRequests.Of(), "list", app.Client, CancellationToken.None));

        shown.Status.ShouldBe(200);
        shown.Body.ShouldContain("videos 5 to 5 cannot be shown");
        page.Status.ShouldBe(200);
        page.Body.ShouldContain("The videos 5 to 5");
        page.Body.ShouldContain("7 more videos");
    }

    [Fact]
    public async Task A_long_list_counts_its_videos_while_a_page_runs()
    {
        var release = new TaskCompletionSource();
        await using var app = await StartLongListAsync(source =>
        {
            if (source is "d")
                release.Task.GetAwaiter().GetResult();
        });
        await app.ScheduleAsync(SummarizePlaylistWorkflow.Definition, "list", LongList);
        using var limit = new CancellationTokenSource(Eventually.Timeout);

        var progress = "";
        while (progress is not "videos 3/5")
        {
            await Task.Delay(10, limit.Token);
            var shown = await HttpAnswer.Of(await _http.ShowAsync(HttpRequests.Of(), "list", app.Client, CancellationToken.None));
            var status = JsonDocument.Parse(shown.Body).RootElement;
            progress = status.TryGetProperty("phase", out var phase)
                ? $"{phase} {status.GetProperty("done")}/{status.GetProperty("total")}"
                : "";
        }

        release.SetResult();
        await app.OverAsync("list");
    }

    private static RunInput LongList => Runs.Video() with { Execution = Runs.Execution with { PageSize = 2 } };

    /// <summary>Five videos, two a page.</summary>
    private async Task<DurableApp> StartLongListAsync(Action<string>? resolving = null, int leftOut = 0)
    {
        var report = SomeReport(RunStatus.Complete);
        var stored = await _artifacts.WriteJsonAsync(report, ReportsJson.Default.Report, CancellationToken.None);
        FakePipeline pipeline = null!;
        pipeline = new FakePipeline
        {
            List = () => new ListOutcome("Talks", [.. "abcde".Select(name => new PlaylistEntry($"{name}", null, null))], null)
            {
                LeftOut = leftOut,
            },
            Resolve = source =>
            {
                resolving?.Invoke(source);
                return pipeline.Resolved(source);
            },
            Render = () => new ReportOutcome(stored, report.Status, 0, [], null),
        };
        return await DurableApp.StartAsync(pipeline.Steps().Bind(Steps.WriteVideoResults, async (results, token) =>
            new VideoResultsWritten(await _artifacts.WriteJsonAsync(results, RunsJson.Default.VideoResults, token))));
    }
}
