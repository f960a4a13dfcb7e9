using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Core.Measuring;
using Yttl.Core.Sources;
using Yttl.Functions.Settings;
using Yttl.Functions.Specs.Engine;
using Yttl.Functions.Storage;
using Yttl.Functions.Timers;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Seam;
using Yttl.Workflows.Specs;

namespace Yttl.Functions.Specs.Timers;

public sealed class PurgeTimerSpecs
{
    [Theory]
    [InlineData(29, false)]
    [InlineData(31, true)]
    public async Task A_run_that_is_over_for_longer_than_runs_are_kept_is_forgotten(int days, bool isForgotten)
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());
        await app.RunAsync(SummarizeVideoWorkflow.Definition, "talk", Runs.Video());

        await PurgeAsync(app, days);

        (await app.Client.GetInstanceAsync("talk") is null).ShouldBe(isForgotten);
        (await app.Journal.ReadAsync(new RunId("talk"), CancellationToken.None) is []).ShouldBe(isForgotten);
    }

    [Fact]
    public async Task No_call_is_for_so_many_runs_that_it_takes_too_long()
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());
        for (var index = 0; index < 12; index++)
            await app.RunAsync(SummarizeVideoWorkflow.Definition, $"talk{index}", Runs.Video());
        app.Backend.MostPurgedAtOnce = 5;

        await PurgeAsync(app, days: 31);

        (await InstancesOf(app)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_goes_with_its_videos_and_all_their_journals()
    {
        await using var app = await DurableApp.StartAsync(Three.Steps());
        await app.RunAsync(SummarizePlaylistWorkflow.Definition, "list", Runs.Video());
        var before = await InstancesOf(app);

        await PurgeAsync(app, days: 31);

        before.ShouldBe(["list", "list:0", "list:1", "list:2"], ignoreOrder: true);
        (await InstancesOf(app)).ShouldBeEmpty();
        foreach (var run in before)
            (await app.Journal.ReadAsync(new RunId(run), CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_video_whose_list_is_gone_goes_too_and_one_whose_list_is_kept_stays()
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());
        await app.RunAsync(SummarizeVideoWorkflow.Definition, "gone:3", Runs.Video());
        await app.RunAsync(SummarizeVideoWorkflow.Definition, "kept:3", Runs.Video());
        await app.RunAsync(SummarizeVideoWorkflow.Definition, "kept", Runs.Video());
        app.Backend.Finds = instance => instance.OrchestrationInstance.InstanceId is not "kept";

        await PurgeAsync(app, days: 31);
        app.Backend.Finds = _ => true;

        (await InstancesOf(app)).ShouldBe(["kept", "kept:3"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_run_that_cannot_be_deleted_keeps_none_of_the_others_and_goes_the_next_time()
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());
        foreach (var run in new[] { "first", "second", "third" })
            await app.RunAsync(SummarizeVideoWorkflow.Definition, run, Runs.Video());

        await PurgeAsync(app, days: 31, Journals(run => run is "second" ? throw new TimeoutException("100 s") : TimeSpan.Zero));
        var left = await InstancesOf(app);
        await PurgeAsync(app, days: 31);

        left.ShouldBe(["second"]);
        (await InstancesOf(app)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_an_hour_does_not_suffice_for_is_left_to_the_next_time_the_newest_runs_last()
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());
        foreach (var run in new[] { "first", "second", "third" })
            await app.RunAsync(SummarizeVideoWorkflow.Definition, run, Runs.Video());

        await PurgeAsync(app, days: 31, Journals(_ => TimeSpan.FromMinutes(35)));

        (await InstancesOf(app)).ShouldBe(["third"]);
    }

    [Fact]
    public async Task A_run_that_took_long_is_kept_from_its_end_on_and_not_from_its_beginning()
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());
        await app.RunAsync(SummarizeVideoWorkflow.Definition, "talk", Runs.Video());
        var run = (await app.Client.GetInstanceAsync("talk"))!;
        var halfway = run.CreatedAt + ((run.LastUpdatedAt - run.CreatedAt) / 2);

        await PurgeAsync(app, TimeSpan.FromDays(30) + (halfway - _time.Start));

        run.LastUpdatedAt.ShouldBeGreaterThan(run.CreatedAt);
        (await InstancesOf(app)).ShouldBe(["talk"]);
    }

    [Fact]
    public async Task No_deletion_begins_so_late_that_the_host_ends_it()
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());
        foreach (var run in new[] { "first", "second", "third" })
            await app.RunAsync(SummarizeVideoWorkflow.Definition, run, Runs.Video());

        await PurgeAsync(
            app, TimeSpan.FromDays(31), Journals(_ => TimeSpan.FromMinutes(15)), new StepTimeLimit(TimeSpan.FromMinutes(27)));

        (await InstancesOf(app)).ShouldBe(["third"]);
    }

    private readonly Later _time = new();

    private static FakePipeline Three => new()
    {
        List = () => new ListOutcome(
            "A list", [.. Enumerable.Range(0, 3).Select(index => new PlaylistEntry($"https://example.com/{index}", null, null))], null),
    };

    private Task PurgeAsync(DurableApp app, int days, IJournalStore? journals = null) =>
        PurgeAsync(app, TimeSpan.FromDays(days), journals);

    private Task PurgeAsync(DurableApp app, TimeSpan later, IJournalStore? journals = null, StepTimeLimit? limit = null)
    {
        _time.By = later;
        return new PurgeTimer(
            AppSettings.Read(new ConfigurationBuilder().Build()),
            journals ?? app.Journal,
            _time,
            limit ?? new StepTimeLimit(null),
            NullLogger<PurgeTimer>.Instance)
            .RunAsync(new TimerInfo(), app.Client, CancellationToken.None);
    }

    private static async Task<List<string>> InstancesOf(DurableApp app)
    {
        var ids = new List<string>();
        await foreach (var instance in app.Client.GetAllInstancesAsync())
            ids.Add(instance.InstanceId);
        return ids;
    }

    /// <param name="takes">How long the deletion of a run's journals takes.</param>
    private SlowJournals Journals(Func<string, TimeSpan> takes) => new(takes, _time);

    private sealed class SlowJournals(Func<string, TimeSpan> takes, Later time) : IJournalStore
    {
        public Task AddAsync(RunId run, JournalLine line, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<RunSession>> ReadAsync(RunId run, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task DeleteAsync(RunId run, CancellationToken cancellationToken)
        {
            time.By += takes(run.Value);
            return Task.CompletedTask;
        }
    }

    /// <summary>The backend's clock is the machine's. This one is later by so much, and else stands still.</summary>
    private sealed class Later : TimeProvider
    {
        public DateTimeOffset Start { get; } = System.GetUtcNow();

        public TimeSpan By { get; set; }

        public override DateTimeOffset GetUtcNow() => Start + By;

        public override long GetTimestamp() => GetUtcNow().Ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
    }
}
