using DurableTask.Core.History;
using Microsoft.DurableTask.Client;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Specs;

namespace Yttl.Functions.Specs.Engine;

/// <summary>The app's orchestrations on the real Durable Task SDK.</summary>
public sealed class OrchestrationSpecs
{
    private const string Run = "run";

    private static readonly string[] Summaries = ["summarize-segment", "consolidate"];

    [Fact]
    public async Task Summaries_fan_out_up_to_the_window_and_fan_in_to_one_report()
    {
        var pipeline = new FakePipeline { SegmentsPerHour = [12, 12, 6] };
        await using var app = await DurableApp.StartAsync(pipeline.Steps());

        var result = await app.RunAsync(SummarizeVideoWorkflow.Definition, Run, Runs.Video(window: 5));

        result.Status.ShouldBe(RunStatus.Complete);
        app.Backend.PeakOf(Run, Summaries).ShouldBe(5);
        app.Attempts.Count(name => name == "summarize-segment").ShouldBe(30);
        pipeline.Rendered!.Segments.Select(segment => pipeline.TextOf(segment.Summary!.Value))
            .ShouldBe(Enumerable.Range(0, 30).Select(index => $"summary of text {index}"));
    }

    [Fact]
    public async Task What_passes_is_tried_again_after_the_waits_of_the_policy()
    {
        var tries = 0;
        var pipeline = new FakePipeline
        {
            ReadCaptions = () => ++tries < 4
                ? throw new YttlException(FailureCategory.Network, "captions.unreachable", "It was cut off.", transient: true)
                : new CaptionsOutcome(new TranscriptRef(Refs.Some, Refs.English, 7, TimeSpan.FromMinutes(10)), [], null),
        };
        await using var app = await DurableApp.StartAsync(pipeline.Steps());

        var result = await app.RunAsync(SummarizeVideoWorkflow.Definition, Run, Runs.Video());

        result.Status.ShouldBe(RunStatus.Complete);
        app.Attempts.Count(name => name == "read-captions").ShouldBe(4);
        app.Backend.Waits.Select(wait => Math.Round(wait.TotalSeconds)).ShouldBe([5, 15, 45]);
    }

    [Fact]
    public async Task What_never_passes_is_given_up_after_the_last_attempt_with_its_own_code()
    {
        var result = await FailAsync(
            new YttlException(FailureCategory.Network, "captions.unreachable", "It was cut off.", transient: true),
            attempts: 5);

        result.Failure.ShouldBe(new Failure(FailureCategory.Network, "captions.unreachable", "It was cut off."));
    }

    [Fact]
    public async Task What_is_final_is_tried_once_and_its_code_is_in_the_result()
    {
        var result = await FailAsync(
            new YttlException(FailureCategory.Unavailable, "video.private", "The video is private."), attempts: 1);

        result.Status.ShouldBe(RunStatus.Failed);
        result.Failure.ShouldBe(new Failure(FailureCategory.Unavailable, "video.private", "The video is private."));
    }

    [Fact]
    public async Task A_defect_of_a_step_ends_its_run_with_a_failure_and_not_the_app()
    {
        var result = await FailAsync(new InvalidOperationException("Nobody thought of this."), attempts: 5);

        result.Failure!.Code.ShouldBe("step.failed");
        result.Failure.Message.ShouldContain("Nobody thought of this.");
    }

    [Fact]
    public async Task A_wait_that_a_provider_asks_for_is_a_durable_timer()
    {
        var pipeline = new FakePipeline
        {
            SegmentsPerHour = [1],
            SummarizeSegment = (_, before) => before > 0
                ? null
                : new SummaryOutcome(SummaryStatus.Failed, null, FakePipeline.SomeFailure, TimeSpan.FromMinutes(4), default),
        };
        await using var app = await DurableApp.StartAsync(pipeline.Steps());

        (await app.RunAsync(SummarizeVideoWorkflow.Definition, Run, Runs.Video())).Status.ShouldBe(RunStatus.Complete);

        app.Backend.Waits.ShouldHaveSingleItem().TotalMinutes.ShouldBe(4, 0.01);
    }

    [Fact]
    public async Task A_run_that_is_stopped_starts_nothing_more()
    {
        var (reached, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var pipeline = new FakePipeline
        {
            ReadCaptions = () =>
            {
                reached.SetResult();
                release.Task.GetAwaiter().GetResult();
                return new CaptionsOutcome(new TranscriptRef(Refs.Some, Refs.English, 7, TimeSpan.FromMinutes(10)), [], null);
            },
        };
        await using var app = await DurableApp.StartAsync(pipeline.Steps());
        await app.ScheduleAsync(SummarizeVideoWorkflow.Definition, Run, Runs.Video());
        await reached.Task;

        await app.Client.TerminateInstanceAsync(Run, new TerminateInstanceOptions(Recursive: true));
        var over = await app.OverAsync(Run);
        release.SetResult();

        over.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Terminated);
        app.Attempts.ShouldBe(["resolve", "read-captions"]);
    }

    [Fact]
    public async Task A_worker_that_is_lost_mid_run_costs_only_what_it_was_doing()
    {
        var (reached, never) = (new TaskCompletionSource(), new TaskCompletionSource<SummaryOutcome>());
        var pipeline = new FakePipeline
        {
            SegmentsPerHour = [4],
            SummarizeSegment = (text, before) =>
            {
                if (text is not "text 2" || before > 0)
                    return null;
                reached.SetResult();
                return never.Task.GetAwaiter().GetResult();
            },
        };
        await using var app = await DurableApp.StartAsync(pipeline.Steps());
        await app.ScheduleAsync(SummarizeVideoWorkflow.Definition, Run, Runs.Video(window: 1));
        await reached.Task;

        await app.RestartAsync();
        var result = await app.ResultOfAsync(SummarizeVideoWorkflow.Definition, Run);
        never.SetCanceled();

        result.Status.ShouldBe(RunStatus.Complete);
        pipeline.Calls.Take(5).ShouldBe(["text 0", "text 1", "text 2", "text 2", "text 3"]);
        app.Attempts.Count(name => name == "resolve").ShouldBe(1);
    }

    [Fact]
    public async Task Code_is_replayed_over_its_whole_history_and_never_differs_from_it()
    {
        var pipeline = new FakePipeline { SegmentsPerHour = [12, 12] };
        await using var app = await DurableApp.StartAsync(pipeline.Steps());

        (await app.RunAsync(SummarizeVideoWorkflow.Definition, Run, Runs.Video(window: 4))).Status.ShouldBe(RunStatus.Complete);

        app.Backend.EpisodesOf(Run).ShouldBeGreaterThan(10);
        app.Backend.HistoryOf(Run).OfType<TaskScheduledEvent>().Count().ShouldBe(app.Attempts.Count);
        app.Backend.HistoryOf(Run).OfType<TaskFailedEvent>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_video_of_a_list_is_an_orchestration_of_its_own_named_by_its_place()
    {
        FakePipeline pipeline = null!;
        pipeline = new FakePipeline
        {
            List = () => new ListOutcome(
                "A list", [.. Enumerable.Range(0, 5).Select(index => new PlaylistEntry($"https://example.com/{index}", null, null))], null),
            Resolve = source => source.EndsWith('3')
                ? new ResolveOutcome(null, new Failure(FailureCategory.Unavailable, "video.gone", "It is gone."))
                : pipeline.Resolved(source),
        };
        await using var app = await DurableApp.StartAsync(pipeline.Steps());

        var result = await app.RunAsync(
            SummarizePlaylistWorkflow.Definition, "list", Runs.Video());

        result.Videos.Select(video => video.RunId.Value).ShouldBe(["list:0", "list:1", "list:2", "list:3", "list:4"]);
        result.Videos[3].Failure!.Code.ShouldBe("video.gone");
        for (var index = 0; index < 5; index++)
            (await app.OverAsync($"list:{index}")).Name.ShouldBe("summarize-video");
    }

    [Fact]
    public async Task A_new_generation_of_a_partial_run_does_only_what_is_missing()
    {
        var broken = true;
        FakePipeline pipeline = null!;
        pipeline = new FakePipeline
        {
            SegmentsPerHour = [4, 4],
            SummarizeSegment = (text, _) => broken && text is "text 6" ? FakePipeline.Failed() : null,
            Consolidate = request => pipeline.Ok($"{request.Level} of {request.Parts.Count}"),
        };
        await using var app = await DurableApp.StartAsync(pipeline.Steps());
        await app.RunAsync(SummarizeVideoWorkflow.Definition, "talk", Runs.Video());
        broken = false;
        pipeline.Calls.Clear();

        await app.RunAsync(SummarizeVideoWorkflow.Definition, "talk-2", Runs.Video());

        pipeline.Calls.ShouldBe(
        [
            "text 6",
            "Hour of summary of text 4, summary of text 5, summary of text 6, summary of text 7",
            "Overall of Hour of 4, Hour of 4",
        ]);
    }

    private static async Task<VideoResult> FailAsync(Exception thrown, int attempts)
    {
        var pipeline = new FakePipeline { Resolve = _ => throw thrown };
        await using var app = await DurableApp.StartAsync(pipeline.Steps());

        var result = await app.RunAsync(SummarizeVideoWorkflow.Definition, Run, Runs.Video());

        app.Attempts.ShouldBe(Enumerable.Repeat("resolve", attempts));
        return result;
    }
}
