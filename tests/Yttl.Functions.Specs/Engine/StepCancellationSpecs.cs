using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Core.Failures;
using Yttl.Functions.Engine;
using Yttl.TestKit;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Hosting;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Seam;
using Yttl.Workflows.Specs;

namespace Yttl.Functions.Specs.Engine;

public sealed class StepCancellationSpecs
{
    private readonly StepCancellation _cancellation = new(TimeProvider.System, NullLogger<StepCancellation>.Instance);

    private readonly TaskCompletionSource _reached = new();
    private readonly TaskCompletionSource _cancelled = new();

    [Fact]
    public async Task A_step_that_waits_for_its_turn_when_its_run_is_stopped_is_cancelled()
    {
        await using var app = await DurableApp.StartAsync(Waiting());
        await app.ScheduleAsync(SummarizeVideoWorkflow.Definition, "talk", Runs.Video());
        await _reached.Task.WaitAsync(Eventually.Timeout);

        await app.Client.TerminateInstanceAsync("talk");

        await _cancelled.Task.WaitAsync(Eventually.Timeout);
    }

    [Fact]
    public async Task A_step_whose_run_is_stopped_does_not_start()
    {
        await using var app = await DurableApp.StartAsync(Waiting());
        await app.ScheduleAsync(SummarizeVideoWorkflow.Definition, "talk", Runs.Video());
        await _reached.Task.WaitAsync(Eventually.Timeout);
        await app.Client.TerminateInstanceAsync("talk");
        await app.OverAsync("talk");
        var calls = 0;

        RunIdentity.Enter("talk");
        var stopped = await Should.ThrowAsync<YttlException>(
            _cancellation.RunAsync(app.Client, _ => Task.FromResult(++calls), CancellationToken.None));

        stopped.Failure.Code.ShouldBe("run.stopped");
        stopped.Transient.ShouldBeFalse();
        calls.ShouldBe(0);
    }

    /// <summary>The next generation of a run of another version finds what its steps have finished.</summary>
    [Fact]
    public async Task A_step_whose_run_failed_goes_on()
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());
        await app.ScheduleAsync(SummarizeVideoWorkflow.Definition, "talk", Runs.Video(), version: "0");
        (await app.OverAsync("talk")).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);

        RunIdentity.Enter("talk");

        (await _cancellation.RunAsync(app.Client, _ => Task.FromResult(7), CancellationToken.None)).ShouldBe(7);
    }

    [Fact]
    public async Task The_steps_of_this_process_are_cancelled_as_soon_as_a_run_above_them_is_told_to_stop()
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());
        var below = await StartAsync(app, "list:0");
        var other = await StartAsync(app, "list-2:0");

        await _cancellation.CancelAsync(new RunId("list"));
        var stopped = await Should.ThrowAsync<YttlException>(below.WaitAsync(Eventually.Timeout));

        stopped.Failure.Code.ShouldBe("run.stopped");
        other.IsCompleted.ShouldBeFalse();
        await _cancellation.CancelAsync(new RunId("list-2:0"));
        await Should.ThrowAsync<YttlException>(other.WaitAsync(Eventually.Timeout));
    }

    /// <summary>Starts a step that ends only when it is cancelled, of a run that the engine does not know.</summary>
    private async Task<Task<int>> StartAsync(DurableApp app, string run)
    {
        var reached = new TaskCompletionSource();
        RunIdentity.Enter(run);
        var step = _cancellation.RunAsync(
            app.Client,
            async token =>
            {
                reached.SetResult();
                await Task.Delay(Timeout.Infinite, token);
                return 0;
            },
            CancellationToken.None);
        await reached.Task.WaitAsync(Eventually.Timeout);
        return step;
    }

    [Fact]
    public async Task A_step_whose_run_is_not_stored_yet_runs()
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());

        RunIdentity.Enter("just started");

        (await _cancellation.RunAsync(app.Client, _ => Task.FromResult(7), CancellationToken.None)).ShouldBe(7);
    }

    [Fact]
    public async Task The_failure_of_a_step_stays_its_own()
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());

        RunIdentity.Enter("talk");
        var failure = await Should.ThrowAsync<YttlException>(_cancellation.RunAsync<int>(
            app.Client,
            _ => throw new YttlException(FailureCategory.Network, "captions.unreachable", "It was cut off.", transient: true),
            CancellationToken.None));

        failure.Failure.Code.ShouldBe("captions.unreachable");
    }

    /// <summary>A video whose captions stay away until they are cancelled.</summary>
    private StepTable Waiting() => new FakePipeline().Steps().Bind(Steps.ReadCaptions, async (_, token) =>
    {
        token.Register(_cancelled.SetResult);
        _reached.SetResult();
        await Task.Delay(Timeout.Infinite, token);
        throw new InvalidOperationException("It was not cancelled.");
    });
}
