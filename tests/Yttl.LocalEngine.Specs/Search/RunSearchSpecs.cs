using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Core.Search;
using Yttl.Core.Summaries;
using Yttl.Core.Time;
using Yttl.LocalEngine.Search;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Specs.Search;

public sealed class RunSearchSpecs : IDisposable
{
    private readonly SearchedHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_hit_names_the_video_the_time_and_a_link_to_the_second()
    {
        await _home.FinishAsync("run", SearchedHome.Video("dQw4w9WgXcQ", "youtube"), "Hello there.", "We talk about\ngravity today.");

        var hit = (await _home.SearchAsync("gravity")).ShouldHaveSingleItem();

        hit.ShouldBe(new SearchHit(
            new RunId("run"), "dQw4w9WgXcQ", "About dQw4w9WgXcQ", SearchPlace.Transcript,
            TimeSpan.FromSeconds(10), "We talk about gravity today.",
            new Uri("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=10s")));
    }

    [Fact]
    public async Task A_local_file_has_a_link_into_its_report_where_that_is_there()
    {
        var page = _home.Folder.Write("a report#1 50%.html", "");
        var video = SearchedHome.Video("talk", "file") with { Url = null };
        await _home.FinishAsync("run", video, [_home.Folder.PathOf("a report.json"), page], "nothing", "gravity");

        var link = (await _home.SearchAsync("gravity")).ShouldHaveSingleItem().Link.ShouldNotBeNull();
        link.LocalPath.ShouldBe(page);
        link.Fragment.ShouldBe("#t=10");

        File.Delete(page);
        (await _home.SearchAsync("gravity")).ShouldHaveSingleItem().Link.ShouldBeNull();
    }

    [Fact]
    public async Task Titles_and_summaries_are_searched_before_the_transcript()
    {
        await _home.FinishAsync(
            "run",
            SearchedHome.Video("gravity", "youtube"),
            report => report with
            {
                Overall = new ReportSummary("On light.\n\n- On gravity.", SummaryOk),
                Hours =
                [
                    new ReportHour(0, default, TimeSpan.FromMinutes(10), "On light.\n\n- On gravity.", SummaryOk,
                    [
                        new ReportSegment(0, default, TimeSpan.FromMinutes(5), "Light.", SummaryOk, null, null),
                        new ReportSegment(
                            1, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10), "Gravity wins.", SummaryOk, null, null) { Title = "Gravity alone" },
                    ]),
                ],
            },
            "So gravity bends light.");

        (await _home.SearchAsync("gravity")).Select(hit => (hit.Place, hit.Time.TotalSeconds, hit.Snippet)).ShouldBe(
        [
            (SearchPlace.Title, 0, "About gravity"),
            (SearchPlace.Summary, 0, "On gravity."),
            (SearchPlace.Section, 300, "Gravity alone"),
            (SearchPlace.Summary, 300, "Gravity wins."),
            (SearchPlace.Transcript, 0, "So gravity bends light."),
        ]);
        (await _home.SearchAsync("light gravity")).Select(hit => hit.Snippet)
            .ShouldBe(["On light. On gravity.", "So gravity bends light."]);
    }

    [Fact]
    public async Task A_hit_in_a_summary_leads_to_the_second_of_its_sentence_with_and_without_the_index()
    {
        var told = new SourcedSentence("On gravity.", [TimeRange.Seconds(61.5, 70)], SourceSupport.Cited);
        await _home.FinishAsync(
            "run",
            SearchedHome.Video("dQw4w9WgXcQ", "youtube"),
            report => report with
            {
                Overall = new ReportSummary("On light. On gravity.", SummaryOk)
                {
                    Sentences = [told with { Text = "On light.", Sources = [] }, told],
                },
            },
            "nothing");

        (await _home.SearchAsync("gravity")).ShouldHaveSingleItem().Link
            .ShouldBe(new Uri("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=61s"));
        (await _home.SearchAsync("light")).ShouldHaveSingleItem().Time.ShouldBe(TimeSpan.Zero);
        File.Delete(_home.Index);
        Directory.CreateDirectory(_home.Index);
        _home.HasIndex = false;
        (await _home.SearchAsync("gravity")).ShouldHaveSingleItem().Time.ShouldBe(TimeSpan.FromSeconds(61.5));
    }

    [Fact]
    public async Task Hits_come_newest_run_first_and_then_by_time()
    {
        await _home.FinishAsync("old", SearchedHome.Video("a", "youtube"), "gravity one", "nothing", "gravity two");
        await _home.SearchAsync("gravity");
        await _home.FinishAsync("new", SearchedHome.Video("b", "youtube"), "gravity three");

        (await _home.SearchAsync("gravity")).Select(hit => hit.Snippet)
            .ShouldBe(["gravity three", "gravity one", "gravity two"]);
    }

    [Fact]
    public async Task Runs_that_began_in_one_second_are_all_found()
    {
        foreach (var video in Enumerable.Range(0, 20))
            await _home.FinishAsync($"list:{video}", SearchedHome.Video($"v{video}", "youtube"), after: TimeSpan.Zero, "gravity");

        (await _home.SearchAsync("gravity")).Select(hit => hit.VideoId).Distinct().Count().ShouldBe(20);
    }

    [Fact]
    public async Task More_hits_than_the_limit_are_counted_as_more()
    {
        await _home.FinishAsync("run", SearchedHome.Video("a", "youtube"), "gravity one", "gravity two", "gravity three");

        var two = await _home.Search.SearchAsync(SearchWords.Parse("gravity"), 2, _home.Notes.Add, default);
        (two.Hits.Count, two.HasMore).ShouldBe((2, true));
        var three = await _home.Search.SearchAsync(SearchWords.Parse("gravity"), 3, _home.Notes.Add, default);
        (three.Hits.Count, three.HasMore).ShouldBe((3, false));
    }

    [Fact]
    public async Task Of_several_runs_of_a_video_the_newest_with_a_report_is_searched()
    {
        await _home.FinishAsync("first", SearchedHome.Video("a", "youtube"), "gravity old");
        await _home.FinishAsync("second", SearchedHome.Video("a", "youtube"), "gravity new");
        await _home.Runs.EndAsync(
            new VideoResult(
                new RunId("third"), "a", RunStatus.Failed, null, null, null, [], 0, [],
                new Failure(FailureCategory.Network, "x", "No.")),
            default);
        (await _home.SearchAsync("gravity")).Select(hit => hit.Snippet).ShouldBe(["gravity new"]);

        _home.Runs.Delete(new RunId("second"));
        (await _home.SearchAsync("gravity")).Select(hit => hit.Snippet).ShouldBe(["gravity old"]);
    }

    [Fact]
    public async Task Videos_of_two_sites_with_the_same_id_are_two_videos()
    {
        await _home.FinishAsync("first", SearchedHome.Video("123456", "vimeo"), "gravity");
        await _home.FinishAsync("second", SearchedHome.Video("123456", "twitch:vod"), "gravity");

        (await _home.SearchAsync("gravity")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_run_whose_report_is_gone_or_damaged_is_left_out_with_a_reason()
    {
        await _home.FinishAsync("good", SearchedHome.Video("a", "youtube"), "gravity");
        var gone = await _home.FinishAsync("gone", SearchedHome.Video("b", "youtube"), "gravity");
        var damaged = await _home.FinishAsync("damaged", SearchedHome.Video("c", "youtube"), "gravity");
        File.Delete(_home.FileOf(gone));
        await File.WriteAllTextAsync(_home.FileOf(damaged), "{ \"schema\":");
        _home.Folder.Write("runs/broken.json", "");

        (await _home.SearchAsync("gravity")).ShouldHaveSingleItem().Run.Value.ShouldBe("good");
        _home.Notes.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_report_that_is_back_is_searched()
    {
        var report = await _home.FinishAsync("run", SearchedHome.Video("a", "youtube"), "gravity");
        var file = _home.FileOf(report);
        File.Move(file, file + ".away");
        (await _home.SearchAsync("gravity")).ShouldBeEmpty();

        File.Move(file + ".away", file);
        (await _home.SearchAsync("gravity")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_runs_nothing_is_found_and_nothing_is_made()
    {
        (await _home.SearchAsync("gravity")).ShouldBeEmpty();
        Directory.EnumerateFileSystemEntries(_home.Folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Words_of_signs_alone_are_refused()
    {
        foreach (var words in new[] { " \u0301 ", "?!", "-", "\"\"", "% _ ?" })
            (await Should.ThrowAsync<YttlException>(() => _home.SearchAsync(words))).Failure.Code.ShouldBe("search.words");
    }

    [Theory]
    [InlineData("AND")]
    [InlineData("NOT OR NEAR")]
    [InlineData("\"one words")]
    [InlineData("see: \"\"\"")]
    [InlineData("NEAR(gravity")]
    [InlineData("gravitation*")]
    [InlineData("tokenize:gravity")]
    [InlineData("^gravity -light -x")]
    [InlineData("(a {b} [d]")]
    [InlineData("'; DROP TABLE run; --")]
    [InlineData("♪")]
    public async Task No_sign_has_a_meaning_of_its_own(string words)
    {
        await _home.FinishAsync("with", SearchedHome.Video("a", "youtube"), $"before {words} after");
        await _home.FinishAsync("without", SearchedHome.Video("b", "youtube"), "two gravity words light tokens a b c say table run");

        (await _home.SearchAsync(words)).ShouldHaveSingleItem().Run.Value.ShouldBe("with");
        _home.Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_long_query_is_compared_whole()
    {
        var words = string.Join(' ', Enumerable.Range(0, 5000).Select(number => $"word{number}"));
        await _home.FinishAsync("whole", SearchedHome.Video("a", "youtube"), words);
        await _home.FinishAsync("part", SearchedHome.Video("b", "youtube"), words.Replace("word4321 ", "", StringComparison.Ordinal));

        (await _home.SearchAsync(words)).ShouldHaveSingleItem().Run.Value.ShouldBe("whole");
        (await _home.SearchAsync(new string('x', 100_000))).ShouldBeEmpty();
        _home.Notes.ShouldBeEmpty();
    }

    private const Core.Summaries.SummaryStatus SummaryOk = Core.Summaries.SummaryStatus.Ok;
}
