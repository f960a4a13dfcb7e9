namespace Yttl.Workflows.Seam;

/// <summary>
/// All that workflow code may touch. Engines implement it: one in this process, one over Durable Functions. Every
/// member is deterministic under replay; calls are made and awaited on the workflow's own thread only.
/// </summary>
public abstract class WorkflowContext
{
    /// <summary>The run this code is: the same in every replay.</summary>
    public abstract RunId RunId { get; }

    /// <summary>The time of the newest event in the run's history, in UTC: the same in every replay.</summary>
    public abstract DateTimeOffset Now { get; }

    /// <summary>Schedules a step; the engine repeats it by its policy while what it throws is transient.</summary>
    /// <exception cref="StepFailedException">The step threw, and repeating it did not help or would not.</exception>
    public abstract Task<TOutput> CallAsync<TInput, TOutput>(Step<TInput, TOutput> step, TInput input);

    /// <summary>Runs another workflow as a run of its own.</summary>
    /// <param name="run">Derived from <see cref="RunId"/>, so that a replay names the same run.</param>
    /// <exception cref="StepFailedException">The workflow threw.</exception>
    public abstract Task<TOutput> CallAsync<TInput, TOutput>(Workflow<TInput, TOutput> workflow, RunId run, TInput input);

    /// <summary>Waits without occupying anything; survives a restart of the host.</summary>
    /// <param name="step">
    /// The name of the step that is called again afterwards, as its provider asked for: the run's journal then has the
    /// wait. Null: not journalled.
    /// </param>
    public abstract Task DelayAsync(TimeSpan delay, string? step = null);

    /// <summary>Tells whoever watches where the run stands. Counts only: it may be stored and is size-limited.</summary>
    public abstract void Report(RunProgress progress);
}
