using Yttl.Workflows;

namespace Yttl.LocalEngine.Engine;

/// <summary>
/// Runs workflows in this process: workflow code one piece at a time, steps on the thread pool. A run's code never runs
/// on two threads at once, so it needs no locks.
/// </summary>
internal sealed class InProcessEngine(StepRunner steps, TimeProvider time)
{
    public StepRunner Steps { get; } = steps;

    public TimeProvider Time { get; } = time;

    /// <param name="report">Told of the progress of this run and of the runs below it. Called from any thread.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled; steps in flight have been told.</exception>
    public async Task<TOutput> RunAsync<TInput, TOutput>(
        Workflow<TInput, TOutput> workflow,
        RunId run,
        TInput input,
        Action<RunId, RunProgress> report,
        CancellationToken cancellationToken)
    {
        var oneAtATime = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
        var context = new InProcessContext(this, run, report, cancellationToken);
        return await await Task.Factory.StartNew(
            () => workflow.RunAsync(context, input), cancellationToken, TaskCreationOptions.DenyChildAttach, oneAtATime);
    }
}
