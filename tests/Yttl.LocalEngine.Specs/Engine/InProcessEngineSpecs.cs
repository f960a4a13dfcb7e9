using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Core.Failures;
using Yttl.Core.Sources;
using Yttl.LocalEngine.Engine;
using Yttl.TestKit;
using Yttl.Workflows.Hosting;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Specs.Engine;

public sealed class InProcessEngineSpecs
{
    private static readonly Step<ListRequest, ListRequest> Echo =
        new("echo", 1, SourcesJson.Default.ListRequest, SourcesJson.Default.ListRequest);

    [Fact]
    public async Task Steps_run_side_by_side_while_workflow_code_runs_one_piece_at_a_time()
    {
        var inside = 0;
        var together = new Barrier(4);
        var engine = Engine((input, cancellationToken) =>
        {
            together.SignalAndWait(Eventually.Timeout, cancellationToken).ShouldBeTrue("the four steps never ran together");
            return Task.FromResult(input);
        });

        await RunAsync(engine, async context =>
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
            {
                await context.CallAsync(Echo, new ListRequest($"{i}"));
                Interlocked.Increment(ref inside).ShouldBe(1);
                Thread.SpinWait(100_000);
                Interlocked.Decrement(ref inside);
            }));
            return "";
        });
    }

    [Fact]
    public async Task Cancellation_reaches_the_steps_and_comes_out_as_cancellation()
    {
        using var cancel = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var told = new TaskCompletionSource();
        var engine = Engine(async (input, cancellationToken) =>
        {
            cancellationToken.Register(told.SetResult);
            started.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return input;
        });

        var run = RunAsync(engine, async context => (await context.CallAsync(Echo, new ListRequest("a"))).Source, cancel.Token);
        await started.Task;
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(run);
        await told.Task;
    }

    [Fact]
    public async Task An_exception_that_no_step_should_throw_becomes_a_failed_step_with_its_message()
    {
        var engine = Engine((_, _) => throw new InvalidOperationException("a bug"));

        var result = await RunAsync(engine, async context =>
        {
            var failed = await Should.ThrowAsync<StepFailedException>(() => context.CallAsync(Echo, new ListRequest("a")));
            return $"{failed.Failure.Category} {failed.Failure.Code} {failed.Message}";
        });

        result.ShouldBe("Processing step.failed The step 'echo' failed: a bug");
    }

    [Fact]
    public async Task An_input_that_cannot_be_written_down_is_a_failed_step_of_its_run()
    {
        var number = JsonMetadataServices.CreateValueInfo<double>(
            new JsonSerializerOptions { TypeInfoResolver = SourcesJson.Default }, JsonMetadataServices.DoubleConverter);
        var step = new Step<double, ListRequest>("echo", 1, number, SourcesJson.Default.ListRequest);
        var steps = Runner((input, _) => Task.FromResult(input));
        using var tracker = new RunTracker(new RunId("run"), TimeProvider.System);

        await steps.RunAsync(Echo, new ListRequest("a"), tracker, default);
        var failed = await Should.ThrowAsync<StepFailedException>(() => steps.RunAsync(step, double.NaN, tracker, default));

        failed.Failure.Code.ShouldBe("step.failed");
        tracker.Steps.Select(one => one.Failure).ShouldBe([null, FailureCategory.Processing]);
    }

    [Fact]
    public async Task A_step_that_times_out_by_itself_is_a_failure_and_not_a_cancelled_run()
    {
        var engine = Engine((_, _) => throw new TaskCanceledException("an http time-out"));

        await RunAsync(engine, async context =>
        {
            await Should.ThrowAsync<StepFailedException>(() => context.CallAsync(Echo, new ListRequest("a")));
            return "";
        });
    }

    [Fact]
    public async Task What_is_final_is_tried_once()
    {
        var calls = 0;
        var engine = Engine((_, _) =>
        {
            calls++;
            throw new YttlException(FailureCategory.Authentication, "model.key", "Wrong key.");
        });

        await RunAsync(engine, async context =>
        {
            var failed = await Should.ThrowAsync<StepFailedException>(() => context.CallAsync(Echo, new ListRequest("a")));
            failed.Failure.Code.ShouldBe("model.key");
            return "";
        });

        calls.ShouldBe(1);
    }

    [Fact]
    public async Task A_workflow_below_that_throws_is_a_failure_of_its_call()
    {
        var child = new Workflow<ListRequest, ListRequest>(
            "child", (_, _) => throw new InvalidOperationException("a bug"),
            SourcesJson.Default.ListRequest, SourcesJson.Default.ListRequest);

        await RunAsync(Engine((input, _) => Task.FromResult(input)), async context =>
        {
            var failed = await Should.ThrowAsync<StepFailedException>(
                () => context.CallAsync(child, context.RunId.Child(0), new ListRequest("a")));
            failed.Failure.Code.ShouldBe("workflow.failed");
            return "";
        });
    }

    [Fact]
    public async Task Every_step_is_timed_for_its_run()
    {
        var steps = Runner((input, _) => Task.FromResult(input));
        using var tracker = new RunTracker(new RunId("run"), TimeProvider.System);

        await steps.RunAsync(Echo, new ListRequest("a"), tracker, default);
        await steps.RunAsync(Echo, new ListRequest("b"), tracker, default);

        tracker.Steps.Select(step => step.Name).ShouldBe(["echo", "echo"]);
        tracker.Steps.ShouldAllBe(step => step.Duration >= TimeSpan.Zero && step.Duration <= tracker.Elapsed);
    }

    private static InProcessEngine Engine(Func<ListRequest, CancellationToken, Task<ListRequest>> echo) =>
        new(Runner(echo), TimeProvider.System);

    private static StepRunner Runner(Func<ListRequest, CancellationToken, Task<ListRequest>> echo) =>
        new(new StepTable().Bind(Echo, echo), TimeProvider.System, NullLogger.Instance);

    private static async Task<string> RunAsync(
        InProcessEngine engine, Func<WorkflowContext, Task<string>> body, CancellationToken cancellationToken = default)
    {
        var workflow = new Workflow<ListRequest, ListRequest>(
            "spec", async (context, _) => new ListRequest(await body(context)),
            SourcesJson.Default.ListRequest, SourcesJson.Default.ListRequest);
        return (await engine.RunAsync(workflow, new RunId("run"), new ListRequest(""), RunWatch.None, cancellationToken)).Source;
    }
}
