using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Core.Measuring;
using Yttl.Core.Reports;
using Yttl.Functions.Http;
using Yttl.Functions.Settings;
using Yttl.Functions.Specs.Engine;
using Yttl.Functions.Specs.Storage;
using Yttl.Functions.Timers;
using Yttl.Workflows.Http;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;
using Yttl.Workflows.Specs;

namespace Yttl.DurableExtension.Specs.Clients;

/// <summary>The app's own calls of the extension's gRPC endpoint: what they do there, and not what they ask for.</summary>
public sealed class RunHostSpecs(ClientHub hub) : IClassFixture<ClientHub>
{
    private readonly TaskCompletionSource _release = new();

    [AzuriteFact]
    public async Task A_run_is_started_once_and_its_result_is_read()
    {
        var pipeline = new FakePipeline();
        var run = hub.Add("once", pipeline);

        var first = await hub.Runs.StartAsync(new RunId("once"), ClientHub.Video, CancellationToken.None);
        var second = await hub.Runs.StartAsync(new RunId("once"), ClientHub.Video, CancellationToken.None);
        await hub.Host.OverAsync(run);
        var third = await hub.Runs.StartAsync(new RunId("once"), ClientHub.Video, CancellationToken.None);
        var found = await hub.Runs.FindAsync(new RunId("once"), CancellationToken.None);

        (first, second, third).ShouldBe((true, false, false));
        found!.State.ShouldBe(RunStatus.Complete);
        found.Source.ShouldBe(Runs.Talk);
        found.Result.ShouldBeOfType<VideoResult>().Title.ShouldBe("A title");
        (await hub.Runs.FindAsync(new RunId("another"), CancellationToken.None)).ShouldBeNull();
    }

    [AzuriteFact]
    public async Task Runs_are_listed_newest_first_without_the_videos_of_lists()
    {
        (string Id, RunStart Start)[] starts =
            [("listed1", ClientHub.Video), ("listed2", ClientHub.List), ("listed3", ClientHub.Video)];
        foreach (var (id, start) in starts)
        {
            var run = hub.Add(id, new FakePipeline { List = () => ClientHub.ListOf("a", "b") });
            await hub.Runs.StartAsync(new RunId(id), start, CancellationToken.None);
            await hub.Host.OverAsync(run);
        }

        var listed = await hub.Runs.ListAsync(100, null, CancellationToken.None);

        listed.Select(run => run.Id.Value).Where(id => id.StartsWith("listed", StringComparison.Ordinal))
            .ShouldBe(["listed3", "listed2", "listed1"]);
        (await hub.Runs.ListAsync(1, null, CancellationToken.None)).ShouldHaveSingleItem().Id.Value.ShouldBe("listed3");
    }

    /// <summary>Why the app stops and deletes the runs below a run itself.</summary>
    [AzuriteFact]
    public async Task The_extension_ignores_that_a_call_is_to_be_recursive()
    {
        await hub.StartBlockedListAsync("ignored", _release.Task);

        await hub.Host.Client.TerminateInstanceAsync("ignored", new TerminateInstanceOptions(Recursive: true));
        await hub.Host.OverAsync("ignored");
        var stopped = await hub.StatesOfAsync("ignored");
        _release.SetResult();
        foreach (var video in new[] { "ignored:0", "ignored:1" })
            await hub.Host.OverAsync(video);
        var purged = await hub.Host.Client.PurgeInstanceAsync("ignored", new PurgeInstanceOptions(Recursive: true));

        stopped.ShouldBe(["ignored Terminated", "ignored:0 Running", "ignored:1 Running"]);
        purged.PurgedInstanceCount.ShouldBe(1);
        (await hub.StatesOfAsync("ignored")).ShouldBe(["ignored:0 Completed", "ignored:1 Completed"]);
    }

    [AzuriteFact]
    public async Task The_timer_deletes_what_ended_long_ago_with_its_journal()
    {
        var run = hub.Add("old", new FakePipeline());
        await hub.Runs.StartAsync(new RunId("old"), ClientHub.Video, CancellationToken.None);
        await hub.Host.OverAsync(run);
        await hub.Journals.AddAsync(
            new RunId("old"), new JournalLine { Session = DateTimeOffset.UnixEpoch }, CancellationToken.None);

        await PurgeAsync(TimeSpan.FromDays(29));
        var kept = await hub.StoredOfAsync("old");
        await PurgeAsync(TimeSpan.FromDays(31));

        kept.ShouldBeGreaterThan(10);
        (await hub.StoredOfAsync("old")).ShouldBe(0);
        (await hub.Journals.ReadAsync(new RunId("old"), CancellationToken.None)).ShouldBeEmpty();
    }

    [AzuriteFact]
    public async Task A_run_of_another_version_fails_before_its_code_runs_and_is_continued_as_its_next_generation()
    {
        var resolved = new List<string>();
        FakePipeline pipeline = null!;
        pipeline = new FakePipeline
        {
            Resolve = source =>
            {
                resolved.Add(source);
                return pipeline.Resolved(source);
            },
        };
        hub.Add("earlier", pipeline);
        var next = Generations.Next(new RunId("earlier"));
        var continued = hub.Add(next.Value, pipeline);

        await hub.Host.ScheduleAsync(SummarizeVideoWorkflow.Definition, "earlier", ClientHub.Video.Input, version: "0");
        var failed = await hub.Host.OverAsync("earlier");
        var before = resolved.Count;
        var started = await SupersededRuns.ContinueAsync(hub.Host.Client, new RunId("earlier"), CancellationToken.None);
        await hub.Host.OverAsync(continued);

        SupersededRuns.IsOfOtherVersion(failed).ShouldBeTrue();
        before.ShouldBe(0);
        started.ShouldBe(next);
        resolved.ShouldHaveSingleItem();
    }

    private async Task PurgeAsync(TimeSpan later) =>
        await new PurgeTimer(
            AppSettings.Read(new ConfigurationBuilder().Build()),
            hub.Journals,
            new Later(later),
            new StepTimeLimit(null),
            NullLogger<PurgeTimer>.Instance)
            .RunAsync(new TimerInfo(), hub.Host.Client, CancellationToken.None);

    /// <summary>The backend's clock is the machine's.</summary>
    private sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
