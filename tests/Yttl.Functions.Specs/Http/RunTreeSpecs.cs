using DurableTask.Core;
using Microsoft.DurableTask.Client;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Sources;
using Yttl.Functions.Http;
using Yttl.Functions.Specs.Engine;
using Yttl.TestKit;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Hosting;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Seam;
using Yttl.Workflows.Specs;
using Yttl.Workflows.UrlLists;

namespace Yttl.Functions.Specs.Http;

/// <summary>
/// Runs are stopped and deleted with all runs below them. The backend ignores <c>Recursive</c>, as the Durable Functions
/// extension does.
/// </summary>
public sealed class RunTreeSpecs : IDisposable
{
    private static readonly string[] ListAndItsVideos = ["list", "list:0", "list:1"];

    private readonly SemaphoreSlim _reached = new(0);
    private readonly TaskCompletionSource _release = new();

    public void Dispose() => _reached.Dispose();

    [Fact]
    public async Task A_list_that_is_stopped_stops_its_videos_and_starts_no_more()
    {
        await using var app = await DurableApp.StartAsync(Held());
        await app.ScheduleAsync(SummarizePlaylistWorkflow.Definition, "list", Runs.Video());
        await ReachedAsync(2);

        await HostOf(app).TerminateAsync(new RunId("list"), CancellationToken.None).WaitAsync(Eventually.Timeout);
        var instances = await InstancesOf(app);
        _release.SetResult();

        instances.Keys.ShouldBe(ListAndItsVideos, ignoreOrder: true);
        instances.Values.ShouldAllBe(status => status == OrchestrationRuntimeStatus.Terminated);
    }

    [Fact]
    public async Task A_stop_whose_caller_goes_away_stops_the_videos_too()
    {
        await using var app = await DurableApp.StartAsync(Held());
        await app.ScheduleAsync(SummarizePlaylistWorkflow.Definition, "list", Runs.Video());
        await ReachedAsync(2);
        using var caller = new CancellationTokenSource();
        app.Backend.Finds = _ =>
        {
            caller.Cancel();
            return true;
        };

        await HostOf(app).TerminateAsync(new RunId("list"), caller.Token).WaitAsync(Eventually.Timeout);
        var instances = await InstancesOf(app);
        _release.SetResult();

        instances.Values.ShouldAllBe(status => status == OrchestrationRuntimeStatus.Terminated);
    }

    [Fact]
    public async Task A_feeder_that_is_stopped_stops_the_videos_of_its_lists()
    {
        await using var app = await DurableApp.StartAsync(Held());
        await app.ScheduleAsync(FeedUrlListWorkflow.Definition, "feeder", new UrlListInput(
            "talks.txt", [new UrlListEntry(1, "a", false), new UrlListEntry(2, "list", true)], [], Runs.Options, Runs.Execution));
        await ReachedAsync(3);

        await HostOf(app).TerminateAsync(new RunId("feeder"), CancellationToken.None).WaitAsync(Eventually.Timeout);
        var instances = await InstancesOf(app);
        _release.SetResult();

        instances.Keys.ShouldBe(["feeder", "feeder:0", "feeder:1", "feeder:1:0", "feeder:1:1"], ignoreOrder: true);
        instances.Values.ShouldAllBe(status => status == OrchestrationRuntimeStatus.Terminated);
    }

    [Fact]
    public async Task A_video_whose_instance_appears_after_its_list_is_stopped_is_stopped_too()
    {
        await using var app = await DurableApp.StartAsync(Held());
        await app.ScheduleAsync(SummarizePlaylistWorkflow.Definition, "list", Runs.Video());
        await ReachedAsync(2);
        var looks = 0;
        app.Backend.Finds = instance =>
            instance.OrchestrationInstance.InstanceId is not "list:1" || Interlocked.Increment(ref looks) > 2;

        await HostOf(app).TerminateAsync(new RunId("list"), CancellationToken.None).WaitAsync(Eventually.Timeout);
        var instances = await InstancesOf(app);
        _release.SetResult();

        instances["list:1"].ShouldBe(OrchestrationRuntimeStatus.Terminated);
    }

    [Fact]
    public async Task A_long_list_that_is_stopped_stops_its_pages_and_their_videos()
    {
        await using var app = await DurableApp.StartAsync(Held());
        var input = Runs.Video();
        await app.ScheduleAsync(
            SummarizePlaylistWorkflow.Definition, "list", input with { Execution = input.Execution with { PageSize = 2 } });
        await ReachedAsync(2);

        await HostOf(app).TerminateAsync(new RunId("list"), CancellationToken.None).WaitAsync(Eventually.Timeout);
        var instances = await InstancesOf(app);
        _release.SetResult();

        instances.Keys.ShouldBe(["list", "list:page-0", "list:0", "list:1"], ignoreOrder: true);
        instances.Values.ShouldAllBe(status => status == OrchestrationRuntimeStatus.Terminated);
    }

    [Fact]
    public async Task Neither_other_runs_nor_later_generations_are_stopped()
    {
        await using var app = await DurableApp.StartAsync(Held());
        foreach (var id in (string[])["talk", "talk-2", "talks"])
            await app.ScheduleAsync(SummarizeVideoWorkflow.Definition, id, Runs.Video());
        await ReachedAsync(3);

        await HostOf(app).TerminateAsync(new RunId("talk"), CancellationToken.None).WaitAsync(Eventually.Timeout);
        var instances = await InstancesOf(app);
        _release.SetResult();

        instances.Where(run => run.Value is OrchestrationRuntimeStatus.Terminated).Select(run => run.Key).ShouldBe(["talk"]);
    }

    [Fact]
    public async Task The_wait_for_a_run_that_does_not_end_has_an_end_and_nothing_of_it_is_deleted()
    {
        await using var app = await DurableApp.StartAsync(Held());
        await app.ScheduleAsync(SummarizePlaylistWorkflow.Definition, "list", Runs.Video());
        await ReachedAsync(2);
        app.Backend.Finds = instance =>
        {
            instance.OrchestrationStatus = OrchestrationStatus.Running;
            return true;
        };

        var host = new DurableRunHost(
            app.Client, new InMemoryArtifactStore(), app.Journal, new LookTime(RunTree.Patience / 4));
        await host.TerminateAsync(new RunId("list"), CancellationToken.None).WaitAsync(Eventually.Timeout);
        var isDeleted = await host.DeleteAsync(new RunId("list"), CancellationToken.None).WaitAsync(Eventually.Timeout);
        _release.SetResult();

        isDeleted.ShouldBeFalse();
        (await app.Client.GetInstanceAsync("list")).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_list_is_deleted_with_the_instances_and_journals_of_its_videos()
    {
        await using var app = await DurableApp.StartAsync(Pipeline().Steps());
        await app.RunAsync(SummarizePlaylistWorkflow.Definition, "list", Runs.Video());
        await app.RunAsync(SummarizePlaylistWorkflow.Definition, "list-2", Runs.Video());

        (await HostOf(app).DeleteAsync(new RunId("list"), CancellationToken.None)).ShouldBeTrue();

        (await InstancesOf(app)).Keys.Order().ShouldBe(["list-2", "list-2:0", "list-2:1", "list-2:2"]);
        foreach (var id in ListAndItsVideos)
            (await app.Journal.ReadAsync(new RunId(id), CancellationToken.None)).ShouldBeEmpty();
        (await app.Journal.ReadAsync(new RunId("list-2:0"), CancellationToken.None)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Videos_that_run_on_after_their_list_was_stopped_are_stopped_before_it_is_deleted()
    {
        await using var app = await DurableApp.StartAsync(Held());
        await app.ScheduleAsync(SummarizePlaylistWorkflow.Definition, "list", Runs.Video());
        await ReachedAsync(2);
        await app.Client.TerminateInstanceAsync("list", new TerminateInstanceOptions(Recursive: true));
        await app.OverAsync("list");

        var isDeleted = await HostOf(app).DeleteAsync(new RunId("list"), CancellationToken.None).WaitAsync(Eventually.Timeout);
        _release.SetResult();

        isDeleted.ShouldBeTrue();
        (await InstancesOf(app)).ShouldBeEmpty();
    }

    /// <summary>A list of three, two at a time, whose captions stay away until they are released.</summary>
    private StepTable Held()
    {
        var pipeline = Pipeline(() =>
        {
            _reached.Release();
            _release.Task.GetAwaiter().GetResult();
            return new CaptionsOutcome(new TranscriptRef(Refs.Some, Refs.English, 7, TimeSpan.FromMinutes(10)), [], null);
        });
        return pipeline.Steps().Bind(Steps.WriteUrlListResults, (_, _) => Task.FromResult(new PlainOutcome()));
    }

    private static FakePipeline Pipeline(Func<CaptionsOutcome>? captions = null) => new()
    {
        List = () => new ListOutcome("A list", [.. "abc".Select(name => new PlaylistEntry($"{name}", null, null))], null),
        ReadCaptions = captions,
    };

    private async Task ReachedAsync(int videos)
    {
        for (var video = 0; video < videos; video++)
            (await _reached.WaitAsync(Eventually.Timeout)).ShouldBeTrue();
    }

    private static DurableRunHost HostOf(DurableApp app) => new(
        app.Client, new InMemoryArtifactStore(), app.Journal, new LookTime(TimeSpan.Zero));

    private static async Task<Dictionary<string, OrchestrationRuntimeStatus>> InstancesOf(DurableApp app)
    {
        var instances = new Dictionary<string, OrchestrationRuntimeStatus>();
        await foreach (var instance in app.Client.GetAllInstancesAsync())
            instances[instance.InstanceId] = instance.RuntimeStatus;
        return instances;
    }

    /// <summary>A clock that advances only when it is read, by as much as the spec says. Its timers are short.</summary>
    private sealed class LookTime(TimeSpan perLook) : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Add(ref _ticks, perLook.Ticks);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.FromMilliseconds(10) : dueTime, period);
    }
}
