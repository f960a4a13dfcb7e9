using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Core.Failures;
using Yttl.Functions.Engine;
using Yttl.TestKit;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Hosting;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Specs;

namespace Yttl.Functions.Specs.Engine;

public sealed class StepCancellationSpecs
{
    private readonly ManualTime _time = new();
    private readonly StepCancellation _cancellation;

    private readonly TaskCompletionSource _reached = new();
    private readonly TaskCompletionSource _cancelled = new();

    public StepCancellationSpecs() => _cancellation = new StepCancellation(_time, NullLogger<StepCancellation>.Instance);

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
    public async Task A_step_whose_run_fails_goes_on()
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());
        var end = new TaskCompletionSource<int>();
        var step = await StartAsync(app, "talk", token => end.Task.WaitAsync(token));
        await FailAsync(app, "talk");

        for (var look = 0; look < 3; look++)
            await LookAsync(step);
        end.SetResult(7);

        (await step.WaitAsync(Eventually.Timeout)).ShouldBe(7);
    }

    /// <summary>The next generation makes the same call.</summary>
    [Fact]
    public async Task A_step_whose_run_has_failed_does_not_start()
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());
        await FailAsync(app, "talk");
        var calls = 0;

        RunIdentity.Enter("talk");
        var stopped = await Should.ThrowAsync<YttlException>(
            _cancellation.RunAsync(app.Client, _ => Task.FromResult(++calls), CancellationToken.None));

        (stopped.Failure.Code, calls).ShouldBe(("run.stopped", 0));
    }

    [Fact]
    public async Task A_step_whose_run_is_deleted_is_cancelled_at_the_next_look()
    {
        await using var app = await DurableApp.StartAsync(Waiting());
        await app.ScheduleAsync(SummarizeVideoWorkflow.Definition, "talk", Runs.Video());
        await _reached.Task.WaitAsync(Eventually.Timeout);
        var step = await StartAsync(app, "talk");
        await app.Client.TerminateInstanceAsync("talk");
        await app.OverAsync("talk");
        await app.Client.PurgeInstanceAsync("talk");

        await LookAsync(step);

        (await Should.ThrowAsync<YttlException>(step.WaitAsync(Eventually.Timeout))).Failure.Code.ShouldBe("run.stopped");
    }

    [Fact]
    public async Task A_step_whose_run_stays_away_is_cancelled_after_some_looks()
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());
        var step = await StartAsync(app, "deleted");

        await LookAsync(step);
        await LookAsync(step);
        var soon = step.IsCompleted;
        for (var look = 0; look < 100 && !step.IsCompleted; look++)
            await LookAsync(step);

        soon.ShouldBeFalse();
        step.IsCompleted.ShouldBeTrue();
        (await Should.ThrowAsync<YttlException>(step)).Failure.Code.ShouldBe("run.stopped");
    }

    [Fact]
    public async Task A_step_that_fails_to_stop_holds_up_no_other()
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());
        var end = new TaskCompletionSource<int>();
        var stubborn = await StartAsync(app, "list", token =>
        {
            token.Register(() => throw new InvalidOperationException("It cannot stop."));
            return end.Task;
        });
        var below = await StartAsync(app, "list:0");

        await _cancellation.CancelAsync(new HashSet<string> { "list", "list:0" });

        await Should.ThrowAsync<YttlException>(below.WaitAsync(Eventually.Timeout));
        end.SetResult(7);
        (await stubborn.WaitAsync(Eventually.Timeout)).ShouldBe(7);
    }

    /// <summary>Waits until the look before this has ended, and lets the next begin, unless the step has ended.</summary>
    private async Task LookAsync(Task step)
    {
        await Task.WhenAny(_time.PendingAsync(StepCancellation.Interval), step);
        _time.Advance(StepCancellation.Interval);
    }

    private static async Task FailAsync(DurableApp app, string run)
    {
        await app.ScheduleAsync(SummarizeVideoWorkflow.Definition, run, Runs.Video(), version: "0");
        (await app.OverAsync(run)).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
    }

    [Fact]
    public async Task The_steps_of_this_process_are_cancelled_as_soon_as_their_runs_are_told_to_stop()
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());
        var below = await StartAsync(app, "list:0");
        var other = await StartAsync(app, "list-2:0");

        await _cancellation.CancelAsync(new HashSet<string> { "list", "list:0" });
        var stopped = await Should.ThrowAsync<YttlException>(below.WaitAsync(Eventually.Timeout));

        stopped.Failure.Code.ShouldBe("run.stopped");
        other.IsCompleted.ShouldBeFalse();
        await _cancellation.CancelAsync(new HashSet<string> { "list-2:0" });
        await Should.ThrowAsync<YttlException>(other.WaitAsync(Eventually.Timeout));
    }

    /// <summary>Starts a step that ends only when it is cancelled.</summary>
    private Task<Task<int>> StartAsync(DurableApp app, string run) => StartAsync(app, run, async token =>
    {
        await Task.Delay(Timeout.Infinite, token);
        return 0;
    });

    private async Task<Task<int>> StartAsync(DurableApp app, string run, Func<CancellationToken, Task<int>> work)
    {
        var reached = new TaskCompletionSource();
        RunIdentity.Enter(run);
        var step = _cancellation.RunAsync(
            app.Client,
            token =>
            {
                var running = work(token);
                reached.SetResult();
                return running;
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
