namespace Yttl.Workflows.Seam;

/// <summary>
/// All that workflow code may use. Engines implement it: one in this process, one over Durable Functions. Every member
/// is deterministic under replay. Calls are made and awaited on the workflow's own thread only.
/// </summary>
public abstract class WorkflowContext
{
    /// <summary>The id of this run: the same in every replay.</summary>
    public abstract RunId RunId { get; }

    /// <summary>The time of the newest event in the run's history, in UTC: the same in every replay.</summary>
    public abstract DateTimeOffset Now { get; }

    /// <summary>Schedules a step. The engine repeats it by its policy while its exception is transient.</summary>
    /// <exception cref="StepFailedException">The step threw a final exception, or threw in every attempt.</exception>
    public abstract Task<TOutput> CallAsync<TInput, TOutput>(Step<TInput, TOutput> step, TInput input);

    /// <summary>Runs another workflow as a run of its own.</summary>
    /// <param name="run">Derived from <see cref="RunId"/>, so that a replay names the same run.</param>
    /// <exception cref="StepFailedException">The workflow threw.</exception>
    public abstract Task<TOutput> CallAsync<TInput, TOutput>(Workflow<TInput, TOutput> workflow, RunId run, TInput input);

    /// <summary>Waits without occupying a thread or a slot. The wait survives a restart of the host.</summary>
    /// <param name="step">
    /// The name of the step that is called again after the wait, as its provider asked for. The run's journal then
    /// records the wait. Null: not journalled.
    /// </param>
    public abstract Task DelayAsync(TimeSpan delay, string? step = null);

    /// <summary>
    /// Reports the progress of the run. Counts only: the report may be stored, and its size is limited.
    /// </summary>
    public abstract void Report(RunProgress progress);
}
