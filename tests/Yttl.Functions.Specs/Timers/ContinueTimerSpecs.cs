using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Core.Callbacks;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Sources;
using Yttl.Functions.Settings;
using Yttl.Functions.Specs.Engine;
using Yttl.Functions.Timers;
using Yttl.TestKit;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Hosting;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Specs;
using Yttl.Workflows.UrlLists;

namespace Yttl.Functions.Specs.Timers;

/// <summary>A deployment comes while runs are under way: its workers get histories of another version.</summary>
public sealed class ContinueTimerSpecs
{
    private const string Before = "0";

    private readonly ConcurrentQueue<CallbackRequest> _sent = new();
    private readonly ConcurrentQueue<UrlListResults> _written = new();
    private readonly TaskCompletionSource _reached = new();
    private readonly TaskCompletionSource _release = new();
    private FakePipeline _pipeline = null!;
    private int _rendered;

    [Theory]
    [InlineData(Before)]
    [InlineData("")]
    public async Task A_video_continues_as_its_next_generation_repeats_no_call_and_sends_one_callback(string version)
    {
        await using var app = await DurableApp.StartAsync(StepsHeldAtReport(1), version: version);
        await app.ScheduleAsync(
            SummarizeVideoWorkflow.Definition, "talk", Runs.Video() with { Callback = "https://example.com/hook" });
        await _reached.Task.WaitAsync(Eventually.Timeout);
        var calls = _pipeline.Calls.ToList();

        await app.RestartAsync();
        var over = await app.OverAsync("talk");
        _release.SetResult();
        await ContinueAsync(app, over.LastUpdatedAt + ContinueTimer.Settled);
        var result = await app.ResultOfAsync(SummarizeVideoWorkflow.Definition, "talk-2");

        over.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
        over.FailureDetails!.ErrorType.ShouldBe("VersionMismatch");
        result.Status.ShouldBe(RunStatus.Complete);
        calls.Count.ShouldBe(6);
        _pipeline.Calls.ShouldBe(calls);
        _sent.ShouldHaveSingleItem().Delivery.ShouldBe("talk-2");
    }

    [Fact]
    public async Task A_list_continues_with_all_its_videos_and_only_its_next_generation_says_how_it_ended()
    {
        await using var app = await DurableApp.StartAsync(StepsHeldAtReport(2), version: Before);
        await app.ScheduleAsync(
            SummarizePlaylistWorkflow.Definition,
            "list",
            Runs.Video() with { Callback = "https://example.com/hook", Execution = Runs.Execution with { VideoWindow = 1 } });
        await _reached.Task.WaitAsync(Eventually.Timeout);
        var calls = _pipeline.Calls.ToList();

        await app.RestartAsync();
        var over = await app.OverAsync("list");
        _release.SetResult();
        await ContinueAsync(app, over.LastUpdatedAt + ContinueTimer.Settled);
        var result = await app.ResultOfAsync(SummarizePlaylistWorkflow.Definition, "list-2");

        result.Videos.Select(video => (video.RunId.Value, video.Status)).ShouldBe(
            [("list-2:0", RunStatus.Complete), ("list-2:1", RunStatus.Complete), ("list-2:2", RunStatus.Complete)]);
        _pipeline.Calls.ShouldBeUnique();
        _pipeline.Calls.Take(calls.Count).ShouldBe(calls);
        var callback = _sent.ShouldHaveSingleItem();
        callback.Delivery.ShouldBe("list-2");
        JsonDocument.Parse(callback.Body).RootElement.GetProperty("state").GetString().ShouldBe("complete");
    }

    [Fact]
    public async Task The_results_of_an_uploaded_list_never_name_a_failure_and_become_those_of_the_next_generation()
    {
        await using var app = await DurableApp.StartAsync(StepsHeldAtReport(1), version: Before);
        await app.ScheduleAsync(FeedUrlListWorkflow.Definition, "list-5d1f", new UrlListInput(
            "talks.txt", [new UrlListEntry(1, "a", false), new UrlListEntry(2, "b", true)], [], Runs.Options, Runs.Execution));
        await _reached.Task.WaitAsync(Eventually.Timeout);

        await app.RestartAsync();
        var over = await app.OverAsync("list-5d1f");
        _release.SetResult();
        await ContinueAsync(app, over.LastUpdatedAt + ContinueTimer.Settled);
        await app.ResultOfAsync(FeedUrlListWorkflow.Definition, "list-5d1f-2");

        _written.SelectMany(results => results.Accepted).ShouldAllBe(outcome => outcome.Failure == null);
        _written.Count(results => results.IsFinal).ShouldBe(1);
        _written.Last().Accepted.Select(outcome => (outcome.Id.Value, outcome.Status)).ShouldBe(
            [("list-5d1f-2:0", RunStatus.Complete), ("list-5d1f-2:1", RunStatus.Complete)]);
    }

    [Fact]
    public async Task Workers_that_look_at_once_and_again_start_one_next_generation()
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());
        var settled = await SupersedeAsync(app) + ContinueTimer.Settled;

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ContinueAsync(app, settled)));
        await app.ResultOfAsync(SummarizeVideoWorkflow.Definition, "talk-2");
        await ContinueAsync(app, settled);

        app.Attempts.Count(name => name is "render-report").ShouldBe(1);
        (await InstancesOf(app)).ShouldBe(["talk", "talk-2"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_run_that_began_long_before_it_failed_is_continued()
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());
        await SupersedeAsync(app);
        var run = await app.OverAsync("talk");
        var halfway = run.CreatedAt + ((run.LastUpdatedAt - run.CreatedAt) / 2);

        await ContinueAsync(app, halfway + TimeSpan.FromDays(30));

        (await InstancesOf(app)).ShouldBe(["talk", "talk-2"], ignoreOrder: true);
    }

    [Fact]
    public async Task Steps_that_are_under_way_get_time_to_end_first()
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());
        var failed = await SupersedeAsync(app);

        await ContinueAsync(app, failed + ContinueTimer.Settled - TimeSpan.FromSeconds(1));

        (await InstancesOf(app)).ShouldBe(["talk"]);
    }

    [Fact]
    public async Task A_run_that_failed_for_another_reason_and_one_that_is_to_be_deleted_soon_stay_as_they_are()
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());
        await app.Client.ScheduleNewOrchestrationInstanceAsync(
            SummarizeVideoWorkflow.Definition.Name,
            "not an input",
            new StartOrchestrationOptions("broken") { Version = WorkflowVersion.Current });
        var broken = await app.OverAsync("broken");
        await SupersedeAsync(app);

        await ContinueAsync(app, broken.LastUpdatedAt + TimeSpan.FromDays(31));
        (await InstancesOf(app)).ShouldBe(["broken", "talk"], ignoreOrder: true);
        await ContinueAsync(app, broken.LastUpdatedAt + TimeSpan.FromDays(1));

        (await InstancesOf(app)).ShouldBe(["broken", "talk", "talk-2"], ignoreOrder: true);
    }

    /// <returns>When the run failed.</returns>
    private static async Task<DateTimeOffset> SupersedeAsync(DurableApp app)
    {
        await app.ScheduleAsync(SummarizeVideoWorkflow.Definition, "talk", Runs.Video(), Before);
        return (await app.OverAsync("talk")).LastUpdatedAt;
    }

    private static Task ContinueAsync(DurableApp app, DateTimeOffset now) => new ContinueTimer(
        AppSettings.Read(new ConfigurationBuilder().Build()), new At(now), NullLogger<ContinueTimer>.Instance)
        .RunAsync(new TimerInfo(), app.Client, CancellationToken.None);

    private static async Task<List<string>> InstancesOf(DurableApp app)
    {
        var ids = new List<string>();
        await foreach (var instance in app.Client.GetAllInstancesAsync())
            ids.Add(instance.InstanceId);
        return ids;
    }

    /// <summary>Steps of which the report of the <paramref name="video"/>th video is not written before the deployment.</summary>
    private StepTable StepsHeldAtReport(int video)
    {
        _pipeline = new FakePipeline
        {
            SegmentsPerHour = [4],
            List = () => new ListOutcome(
                "A list", [.. Enumerable.Range(0, 3).Select(index => new PlaylistEntry($"https://example.com/{index}", null, null))], null),
            Render = () =>
            {
                if (Interlocked.Increment(ref _rendered) == video)
                {
                    _reached.SetResult();
                    _release.Task.GetAwaiter().GetResult();
                }

                return new ReportOutcome(Refs.Some, RunStatus.Complete, 0, [], null);
            },
        };
        return _pipeline.Steps()
            .Bind(Steps.SendCallback, (request, _) =>
            {
                _sent.Enqueue(request);
                return Task.FromResult(new PlainOutcome());
            })
            .Bind(Steps.WriteUrlListResults, (results, _) =>
            {
                _written.Enqueue(results);
                return Task.FromResult(new PlainOutcome());
            });
    }

    private sealed class At(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
