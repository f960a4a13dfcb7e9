using Yttl.Core.Failures;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Engine;

/// <summary>The seam over <see cref="InProcessEngine"/>, for one run.</summary>
internal sealed class InProcessContext(
    InProcessEngine engine, RunTracker tracker, RunWatch watch, CancellationToken cancellationToken)
    : WorkflowContext
{
    public override RunId RunId => tracker.Run;

    public override DateTimeOffset Now => engine.Time.GetUtcNow();

    public override Task<TOutput> CallAsync<TInput, TOutput>(Step<TInput, TOutput> step, TInput input) =>
        Task.Run(() => engine.Steps.RunAsync(step, input, tracker, cancellationToken), cancellationToken);

    public override async Task<TOutput> CallAsync<TInput, TOutput>(
        Workflow<TInput, TOutput> workflow, RunId childRun, TInput input)
    {
        try
        {
            return await engine.RunAsync(workflow, childRun, input, watch, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var failure = new Failure(
                FailureCategory.Processing, "workflow.failed", $"{workflow.Name} failed: {FileReason.FormatWithPath(e)}");
            throw new StepFailedException(workflow.Name, failure, e);
        }
    }

    public override async Task DelayAsync(TimeSpan delay, string? step = null)
    {
        var start = tracker.Elapsed;
        tracker.Tracking.News?.Tell(delay, "the provider asks for it");
        try
        {
            await Task.Delay(delay, engine.Time, cancellationToken);
        }
        finally
        {
            if (step is not null)
                await tracker.AddDelayAsync(step, start);
        }
    }

    public override void Report(RunProgress progress) => watch.Report(RunId, progress);
}
