using Yttl.Core.Measuring;
using Yttl.Core.Providers;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Engine;

/// <summary>
/// Runs workflows in this process: workflow code one piece at a time, steps on the thread pool. The code of a run never
/// runs on two threads at once, so it needs no locks.
/// </summary>
/// <param name="tracking">Null: each run is tracked by itself only.</param>
internal sealed class InProcessEngine(StepRunner steps, TimeProvider time, RunTracking? tracking = null)
{
    private readonly RunTracking _tracking = tracking ?? new RunTracking();

    public StepRunner Steps { get; } = steps;

    public TimeProvider Time { get; } = time;

    /// <param name="watch">Receives the progress of this run and of the runs below it.</param>
    /// <exception cref="OperationCanceledException">
    /// The run was cancelled; steps in flight have been cancelled too.
    /// </exception>
    public async Task<TOutput> RunAsync<TInput, TOutput>(
        Workflow<TInput, TOutput> workflow,
        RunId run,
        TInput input,
        RunWatch watch,
        CancellationToken cancellationToken)
    {
        // A video of a list is part of its run.
        CallingRun.Begin();
        var oneAtATime = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
        using var span = Telemetry.StartRun(run.Value);
        using var tracker = await _tracking.BeginAsync(
            run, typeof(TOutput) == typeof(VideoResult) ? input as RunInput : null, Time, cancellationToken);
        var context = new InProcessContext(this, tracker, watch, cancellationToken);
        var result = await await Task.Factory.StartNew(
            () => workflow.RunAsync(context, input), cancellationToken, TaskCreationOptions.DenyChildAttach, oneAtATime);
        if (result is not VideoResult video)
            return result;
        var ended = tracker.Counted(video);
        await watch.EndedAsync(ended);
        return (TOutput)(object)ended;
    }
}
