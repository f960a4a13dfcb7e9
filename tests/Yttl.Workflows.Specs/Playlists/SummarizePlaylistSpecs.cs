using System.Collections.Concurrent;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Hosting;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;
using Yttl.Workflows.Specs.Engines;

namespace Yttl.Workflows.Specs.Playlists;

public sealed class SummarizePlaylistSpecs
{
    private static readonly Failure Private = new(FailureCategory.Unavailable, "video.private", "Private.");

    [Theory, EveryEngine]
    public async Task Every_entry_has_a_result_in_the_lists_order_and_a_run_of_its_own(EngineUnderTest engine)
    {
        var result = await RunAsync(engine, new FakePipeline { List = () => ListOf("a", "b", "c", "d") });

        result.Title.ShouldBe("A list");
        result.Videos.Select(video => video.Source).ShouldBe(["a", "b", "c", "d"]);
        result.Videos.Select(video => video.RunId.Value).ShouldBe(["run:0", "run:1", "run:2", "run:3"]);
        result.Videos.ShouldAllBe(video => video.Status == RunStatus.Complete);
    }

    [Theory, EveryEngine]
    public async Task An_entry_that_the_list_already_calls_private_fails_alone_and_is_not_resolved(EngineUnderTest engine)
    {
        var resolved = new List<string>();
        FakePipeline pipeline = null!;
        pipeline = new FakePipeline
        {
            List = () => new ListOutcome(
                "A list", [new PlaylistEntry("a", "gone", Private), new PlaylistEntry("b", "here", null)], null),
            Resolve = source =>
            {
                lock (resolved)
                    resolved.Add(source);
                return pipeline.Resolved(source);
            },
        };

        var result = await RunAsync(engine, pipeline);

        result.Videos.Select(video => video.Status).ShouldBe([RunStatus.Failed, RunStatus.Complete]);
        result.Videos[0].Failure.ShouldBe(Private);
        result.Videos[0].Title.ShouldBe("gone");
        resolved.ShouldBe(["b"]);
    }

    [Theory, EveryEngine]
    public async Task The_page_over_the_reports_names_every_entry_with_its_report_or_its_failure(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline
        {
            List = () => new ListOutcome(
                "A list", [new PlaylistEntry("a", "gone", Private), new PlaylistEntry("b", "here", null)], null),
        };

        var result = await RunAsync(engine, pipeline);

        result.Index.ShouldBe("out/index.html");
        pipeline.Index!.Title.ShouldBe("A list");
        pipeline.Index.Entries.ShouldBe(
            [
                new IndexEntry("gone", RunStatus.Failed, null, 0, Private),
                new IndexEntry("A title", RunStatus.Complete, "out/report.html", 0, null)
                {
                    Duration = TimeSpan.FromMinutes(10), Lead = "It was said.",
                },
            ]);
    }

    [Theory, EveryEngine]
    public async Task A_list_of_one_needs_no_page_over_its_report(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline { List = () => ListOf("a") };

        (await RunAsync(engine, pipeline)).Index.ShouldBeNull();
        pipeline.Index.ShouldBeNull();
    }

    [Theory, EveryEngine]
    public async Task A_video_that_fails_does_not_stop_the_others(EngineUnderTest engine)
    {
        FakePipeline pipeline = null!;
        pipeline = new FakePipeline
        {
            List = () => ListOf("a", "b"),
            Resolve = source => source == "a"
                ? throw new YttlException(FailureCategory.Network, "ytdlp.network", "Down.", transient: true)
                : pipeline.Resolved(source),
        };

        var result = await RunAsync(engine, pipeline);

        result.Videos.Select(video => video.Status).ShouldBe([RunStatus.Failed, RunStatus.Complete]);
        result.Videos[0].Failure!.Code.ShouldBe("ytdlp.network");
    }

    [Theory, EveryEngine]
    public async Task An_entry_that_fails_keeps_the_title_that_the_list_gave(EngineUnderTest engine)
    {
        FakePipeline pipeline = null!;
        pipeline = new FakePipeline
        {
            List = () => new ListOutcome(
                "A list",
                [
                    new PlaylistEntry("unresolved", "Day one", null),
                    new PlaylistEntry("without captions", "Day two", null),
                    new PlaylistEntry("untitled", null, null),
                ],
                null),
            Resolve = source => source is "unresolved" ? new ResolveOutcome(null, Private) : pipeline.Resolved(source),
            ReadCaptions = () => new CaptionsOutcome(null, [], Private),
        };

        var result = await RunAsync(engine, pipeline);

        result.Videos.Select(video => (video.Status, video.Title)).ShouldBe(
            [(RunStatus.Failed, "Day one"), (RunStatus.Failed, "Day two"), (RunStatus.Failed, "A title")]);
        pipeline.Index!.Entries.Select(entry => entry.Title).ShouldBe(["Day one", "Day two", "A title"]);
    }

    [Theory, EveryEngine]
    public async Task A_list_that_cannot_be_read_is_the_failure_of_the_whole(EngineUnderTest engine)
    {
        var result = await RunAsync(engine, new FakePipeline { List = () => new ListOutcome(null, [], Private) });

        result.Failure.ShouldBe(Private);
        result.Videos.ShouldBeEmpty();
    }

    [Theory, EveryEngine]
    public async Task An_empty_list_is_complete_and_empty(EngineUnderTest engine)
    {
        var result = await RunAsync(engine, new FakePipeline { List = () => ListOf() });

        result.Failure.ShouldBeNull();
        result.Videos.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_videos_of_a_list_are_counted_as_soon_as_it_is_known()
    {
        var told = new ConcurrentQueue<RunProgress>();

        await RunAsync(
            new EngineUnderTest("in process", null),
            new FakePipeline { List = () => ListOf("a", "b") },
            (run, progress) =>
            {
                if (run == new RunId("run"))
                    told.Enqueue(progress);
            });

        told.ShouldBe(
        [
            new RunProgress(RunPhase.Resolve, 0, 1, null),
            new RunProgress(RunPhase.Videos, 0, 2, "A list"),
            new RunProgress(RunPhase.Videos, 1, 2, "A list"),
            new RunProgress(RunPhase.Videos, 2, 2, "A list"),
        ]);
    }

    [Theory, EveryEngine]
    public async Task A_long_list_runs_in_pages_whose_results_are_stored_and_its_videos_keep_their_ids(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline
        {
            List = () => new ListOutcome(
                "A list",
                [.. "abcde".Select(name => new PlaylistEntry($"{name}", null, name is 'd' ? Private : null))],
                null),
        };

        var result = await RunAsync(engine, pipeline, pageSize: 2);

        result.Videos.ShouldBeEmpty();
        result.Status.ShouldBe(RunStatus.Partial);
        result.Pages.ShouldNotBeNull().Select(page => (page.First, page.Count, page.Complete, page.Failed))
            .ShouldBe([(0, 2, 2, 0), (2, 2, 1, 1), (4, 1, 1, 0)]);
        var videos = result.Pages!.SelectMany(page => pipeline.Results[page.Videos!.Value]).ToList();
        videos.Select(video => (video.RunId.Value, video.Source)).ShouldBe(
            [("run:0", "a"), ("run:1", "b"), ("run:2", "c"), ("run:3", "d"), ("run:4", "e")]);
        videos[3].Failure.ShouldBe(Private);
    }

    [Theory, EveryEngine]
    public async Task A_list_of_a_page_runs_as_one(EngineUnderTest engine)
    {
        var result = await RunAsync(engine, new FakePipeline { List = () => ListOf("a", "b") }, pageSize: 2);

        result.Pages.ShouldBeNull();
        result.Videos.Count.ShouldBe(2);
    }

    [Theory, EveryEngine]
    public async Task The_pages_of_a_list_share_its_window(EngineUnderTest engine)
    {
        var (running, peak) = (0, 0);
        FakePipeline pipeline = null!;
        pipeline = new FakePipeline
        {
            List = () => ListOf("a", "b", "c", "d", "e", "f"),
            Resolve = source =>
            {
                lock (pipeline)
                    peak = Math.Max(peak, ++running);
                return pipeline.Resolved(source);
            },
            Render = () =>
            {
                lock (pipeline)
                    running--;
                return new ReportOutcome(pipeline.Artifact("report"), RunStatus.Complete, 0, [], null);
            },
        };

        (await RunAsync(engine, pipeline, pageSize: 3)).Status.ShouldBe(RunStatus.Complete);

        peak.ShouldBeLessThanOrEqualTo(2);
    }

    [Theory, EveryEngine]
    public async Task A_page_whose_results_cannot_be_stored_still_says_how_its_videos_ended(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline { List = () => ListOf("a", "b", "c") };
        var steps = pipeline.Steps().Bind(Steps.WriteVideoResults, (_, _) =>
            throw new YttlException(FailureCategory.Network, "artifact.write", "No room."));

        var result = await RunAsync(engine, pipeline, pageSize: 2, steps: steps);

        result.Status.ShouldBe(RunStatus.Complete);
        result.Pages.ShouldNotBeNull().Select(page => (page.Complete, page.Videos, page.Failure?.Code))
            .ShouldBe([(2, null, "artifact.write"), (1, null, "artifact.write")]);
    }

    [Theory, EveryEngine]
    public async Task A_list_beyond_the_limit_is_partial_and_notes_how_many_are_left_out(EngineUnderTest engine)
    {
        int? asked = null;
        var pipeline = new FakePipeline();
        var steps = pipeline.Steps().Bind(Steps.List, (request, _) =>
        {
            asked = request.Most;
            return Task.FromResult(ListOf("a", "b") with { LeftOut = 9_500 });
        });

        var result = await RunAsync(engine, pipeline, maxListEntries: 2, steps: steps);

        asked.ShouldBe(2);
        result.Status.ShouldBe(RunStatus.Partial);
        result.Videos.ShouldAllBe(video => video.Status == RunStatus.Complete);
        result.Notes.ShouldHaveSingleItem().ShouldBe(
            "9500 more videos of the list are left out, as --max-list-entries is 2: raise it and ask for the list again.");
    }

    private static ListOutcome ListOf(params string[] sources) =>
        new("A list", [.. sources.Select(source => new PlaylistEntry(source, null, null))], null);

    private static Task<PlaylistResult> RunAsync(
        EngineUnderTest engine,
        FakePipeline pipeline,
        Action<RunId, RunProgress>? report = null,
        int? pageSize = null,
        int? maxListEntries = null,
        StepTable? steps = null) =>
        engine.RunAsync(
            SummarizePlaylistWorkflow.Definition,
            new RunInput(
                "list",
                new RunOptions(
                    null, null, [], new SummaryOptions("openai", "a model", null, SummaryLength.Medium, SummaryStyle.Narrative, null)),
                new ExecutionOptions(3, [ReportFormat.Html], "out")
                {
                    VideoWindow = 2,
                    PageSize = pageSize,
                    MaxListEntries = maxListEntries,
                }),
            steps ?? pipeline.Steps(),
            report);
}
