using Yttl.Functions.Specs.Storage;
using Yttl.Workflows.Seam;
using Yttl.Workflows.Specs;

namespace Yttl.DurableExtension.Specs.Clients;

/// <summary>Runs that are stopped and deleted with all that are below them, on an engine that does only what each call names.</summary>
public sealed class StoppedRunSpecs(ClientHub hub) : IClassFixture<ClientHub>
{
    private readonly TaskCompletionSource _release = new();

    [AzuriteFact]
    public async Task A_list_that_is_stopped_is_stopped_with_all_its_videos()
    {
        await hub.StartBlockedListAsync("stopped", _release.Task);

        await hub.Runs.TerminateAsync(new RunId("stopped"), CancellationToken.None);
        await hub.Host.OverAsync("stopped");
        var states = await hub.StatesOfAsync("stopped");
        _release.SetResult();

        states.ShouldBe(["stopped Terminated", "stopped:0 Terminated", "stopped:1 Terminated"]);
    }

    [AzuriteFact]
    public async Task A_list_that_is_deleted_leaves_no_instance_no_history_and_no_journal()
    {
        var run = hub.Add("deleted", new FakePipeline { List = () => ClientHub.ListOf("a", "b") });
        await hub.Runs.StartAsync(new RunId("deleted"), ClientHub.List, CancellationToken.None);
        await hub.Host.OverAsync(run);
        var before = await hub.StoredOfAsync("deleted");

        var isDeleted = await hub.Runs.DeleteAsync(new RunId("deleted"), CancellationToken.None);

        isDeleted.ShouldBeTrue();
        before.ShouldBeGreaterThan(30);
        (await hub.StoredOfAsync("deleted")).ShouldBe(0);
        (await hub.StatesOfAsync("deleted")).ShouldBeEmpty();
        (await hub.Journals.ReadAsync(new RunId("deleted:1"), CancellationToken.None)).ShouldBeEmpty();
    }

    [AzuriteFact]
    public async Task A_run_that_has_ended_is_stopped_without_an_error_and_stays_as_it_is()
    {
        var run = hub.Add("over", new FakePipeline());
        await hub.Runs.StartAsync(new RunId("over"), ClientHub.Video, CancellationToken.None);
        await hub.Host.OverAsync(run);

        await hub.Runs.TerminateAsync(new RunId("over"), CancellationToken.None);

        (await hub.StatesOfAsync("over")).ShouldBe(["over Completed"]);
    }
}
