using System.Text.Json;
using System.Threading.Channels;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Writing;
using Yttl.Functions.Http;
using Yttl.Functions.Specs.Engine;
using Yttl.TestKit;
using Yttl.Workflows.Hosting;
using Yttl.Workflows.Http;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;
using Yttl.Workflows.Specs;

namespace Yttl.Functions.Specs.Http;

/// <summary>What a caller sees, who holds the id of a run that another version of the app started.</summary>
public sealed class SupersededRunsSpecs
{
    private const string Before = "0";

    private static readonly RunStart Start = new(Runs.Video(), IsList: false);

    private readonly SummariesHttp _http = new(
        Runs.Defaults, new InMemoryArtifactStore(), new InMemoryRunJournal(), TimeProvider.System, Runs.Steps);

    [Fact]
    public async Task A_run_is_queued_until_it_continues_and_then_its_id_leads_to_the_one_that_does()
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());
        await SupersedeAsync(app, "talk");

        var waiting = await ShowAsync(app, "talk");
        var next = await SupersededRuns.ContinueAsync(app.Client, new RunId("talk"), CancellationToken.None);
        await app.OverAsync("talk-2");
        var continued = await ShowAsync(app, "talk");

        (Text(waiting, "id"), Text(waiting, "state")).ShouldBe(("talk", "queued"));
        waiting.GetProperty("notes")[0].GetString()!.ShouldStartWith("Another version of the app started this run.");
        next.ShouldBe(new RunId("talk-2"));
        (Text(continued, "id"), Text(continued, "state")).ShouldBe(("talk-2", "complete"));
        Text(continued, "statusUrl").ShouldBe("/api/summaries/talk-2");
    }

    [Fact]
    public async Task A_run_that_is_asked_for_again_is_the_one_that_waits_to_continue()
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());
        await SupersedeAsync(app, Start.Id.Value);

        var again = await Generations.AdmitAsync(HostOf(app), Start, CancellationToken.None);

        again.ShouldBe(new Admission(Start.Id, RunStatus.Queued));
    }

    [Fact]
    public async Task A_run_that_is_stopped_before_it_continues_does_not_continue()
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());
        await SupersedeAsync(app, "talk");

        await HostOf(app).TerminateAsync(new RunId("talk"), CancellationToken.None).WaitAsync(Eventually.Timeout);
        await app.OverAsync("talk-2");
        var next = await SupersededRuns.ContinueAsync(app.Client, new RunId("talk"), CancellationToken.None);

        next.ShouldBeNull();
        Text(await ShowAsync(app, "talk"), "state").ShouldBeOneOf("terminated", "complete");
    }

    [Fact]
    public async Task A_run_of_another_version_that_still_runs_does_not_continue_after_it_is_stopped()
    {
        var held = new HeldReport();
        await using var app = await DurableApp.StartAsync(held.Steps, version: Before);
        await app.ScheduleAsync(SummarizeVideoWorkflow.Definition, "talk", Runs.Video());
        await held.ReachedAsync();
        await app.RestartAsync();
        await held.ReachedAsync();

        await HostOf(app).TerminateAsync(new RunId("talk"), CancellationToken.None).WaitAsync(Eventually.Timeout);

        SupersededRuns.IsOfOtherVersion((await app.Client.GetInstanceAsync("talk", getInputsAndOutputs: true))!).ShouldBeTrue();
        (await app.Client.GetInstanceAsync("talk-2"))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Terminated);
        held.Release();
    }

    [Fact]
    public async Task A_generation_that_a_timer_has_just_started_is_stopped_with_the_run_that_it_continues()
    {
        var held = new HeldReport();
        await using var app = await DurableApp.StartAsync(held.Steps);
        await SupersedeAsync(app, "talk");
        await SupersededRuns.ContinueAsync(app.Client, new RunId("talk"), CancellationToken.None);
        await held.ReachedAsync();

        await HostOf(app).TerminateAsync(new RunId("talk"), CancellationToken.None).WaitAsync(Eventually.Timeout);

        (await app.Client.GetInstanceAsync("talk-2"))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Terminated);
        held.Release();
    }

    [Fact]
    public async Task A_run_is_deleted_with_those_that_it_continues_and_does_not_come_back()
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());
        await SupersedeAsync(app, "talk");
        await SupersededRuns.ContinueAsync(app.Client, new RunId("talk"), CancellationToken.None);
        await app.OverAsync("talk-2");

        var deleted = await HttpAnswer.Of(
            await _http.DeleteAsync(HttpRequests.Of(), "talk-2", app.Client, CancellationToken.None));
        var next = await SupersededRuns.ContinueAsync(app.Client, new RunId("talk"), CancellationToken.None);

        deleted.Status.ShouldBe(204);
        next.ShouldBeNull();
        (await app.Client.GetInstanceAsync("talk")).ShouldBeNull();
        (await app.Client.GetInstanceAsync("talk-2")).ShouldBeNull();
    }

    [Fact]
    public async Task A_run_whose_input_cannot_be_read_has_failed_and_says_what_to_do()
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());
        await app.Client.ScheduleNewOrchestrationInstanceAsync(
            SummarizeVideoWorkflow.Definition.Name,
            JsonSerializer.SerializeToElement(new { source = Runs.Talk, options = new { } }),
            new StartOrchestrationOptions("talk") { Version = Before });
        await app.OverAsync("talk");

        var status = await ShowAsync(app, "talk");

        (await SupersededRuns.ContinueAsync(app.Client, new RunId("talk"), CancellationToken.None)).ShouldBeNull();
        (Text(status, "state"), Text(status, "source")).ShouldBe(("failed", Runs.Talk));
        Text(status.GetProperty("failure"), "code").ShouldBe("run.other-version");
        Text(status.GetProperty("failure"), "message")!.ShouldContain("post the source again");
    }

    /// <summary>The two forms: of the SDK, and of the provider for Azure Storage, which keeps the failure as output.</summary>
    [Theory]
    [InlineData("VersionMismatch: Orchestration version did not comply with Worker Versioning", true)]
    [InlineData("\"VersionMismatch: Orchestration version did not comply with Worker Versioning\"", true)]
    [InlineData("System.InvalidOperationException: VersionMismatch", false)]
    [InlineData(null, false)]
    public void The_failure_of_another_version_is_known_by_its_type(string? output, bool isOther)
    {
        var run = new OrchestrationMetadata(SummarizeVideoWorkflow.Definition.Name, "abc")
        {
            RuntimeStatus = OrchestrationRuntimeStatus.Failed,
            SerializedOutput = output,
            SerializedInput = JsonSerializer.Serialize(Runs.Video(), RunsJson.Default.RunInput),
        };

        var snapshot = RunSnapshots.From(run);

        (snapshot.IsSuperseded, snapshot.State).ShouldBe((isOther, isOther ? RunStatus.Queued : RunStatus.Failed));
    }

    private static async Task SupersedeAsync(DurableApp app, string id)
    {
        await app.ScheduleAsync(SummarizeVideoWorkflow.Definition, id, Runs.Video(), Before);
        await app.OverAsync(id);
    }

    private DurableRunHost HostOf(DurableApp app) => new(
        app.Client, new InMemoryArtifactStore(), new InMemoryRunJournal(), TimeProvider.System);

    private async Task<JsonElement> ShowAsync(DurableApp app, string id)
    {
        var answer = await HttpAnswer.Of(await _http.ShowAsync(HttpRequests.Of(), id, app.Client, CancellationToken.None));
        return JsonDocument.Parse(answer.Body).RootElement;
    }

    private static string? Text(JsonElement of, string member) => of.GetProperty(member).GetString();

    /// <summary>Steps of which those that write the report wait for their release.</summary>
    private sealed class HeldReport
    {
        private readonly Channel<int> _reached = Channel.CreateUnbounded<int>();
        private readonly TaskCompletionSource _release = new();

        public HeldReport() => Steps = new FakePipeline
        {
            Render = () =>
            {
                _reached.Writer.TryWrite(0);
                _release.Task.GetAwaiter().GetResult();
                return new ReportOutcome(Refs.Some, RunStatus.Complete, 0, [], null);
            },
        }.Steps();

        public StepTable Steps { get; }

        public Task<int> ReachedAsync() => _reached.Reader.ReadAsync().AsTask().WaitAsync(Eventually.Timeout);

        public void Release() => _release.SetResult();
    }
}
