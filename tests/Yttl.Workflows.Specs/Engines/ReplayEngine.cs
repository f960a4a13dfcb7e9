using System.Text.Json;
using Polly;
using Polly.Retry;
using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.LocalEngine.Engine;
using Yttl.Workflows.Hosting;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Specs.Engines;

/// <summary>
/// Does to a workflow what a durable host may do: forgets it after every completion and runs it again from the top, feeding
/// it the history one event at a time. Completions come in an order that the seed picks. Whatever the code does
/// differently from its own history is an error.
/// </summary>
/// <param name="memory">Null remembers nothing.</param>
/// <param name="stepTime">What steps advance that take long; each takes a second anyhow. Null where none does.</param>
internal sealed class ReplayEngine(StepTable steps, int seed, IStepMemory? memory = null, SkippingTime? stepTime = null)
    : IStepRecorder
{
    private readonly StepExecution _steps = new(
        steps,
        new StepCache(memory, Reuse.Everything, () => WorkflowHistory.Start),
        new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<YttlException>(e => e.Transient),
                MaxRetryAttempts = StepRunner.MaxAttempts - 1,
                Delay = TimeSpan.Zero,
            })
            .Build());

    private readonly Random _random = new(seed);

    public int Replays { get; private set; }

    /// <summary>What the workflow has asked for, in order, each with its input.</summary>
    public IReadOnlyList<string> Asked { get; private set; } = [];

    /// <summary>What the workflow has called, in order: all that a host compares with a stored history.</summary>
    public IReadOnlyList<string> Called { get; private set; } = [];

    public async Task<TOutput> RunAsync<TInput, TOutput>(Workflow<TInput, TOutput> workflow, RunId run, TInput input)
    {
        var history = new WorkflowHistory();
        while (true)
        {
            if (Replay(workflow, run, input, history) is { } result)
            {
                var again = Replay(workflow, run, input, history);
                Asked = [.. history.Scheduled.Select(call => call.ToString())];
                Called = [.. history.Scheduled.Select(call => $"{call.Target} after {call.AfterCompletions}")];
                return again == result
                    ? JsonSerializer.Deserialize(result, workflow.Output)!
                    : throw new NondeterminismException($"the replay returned {again} instead of {result}");
            }

            ScheduledCall[] pending = [.. history.Pending()];
            await CompleteAsync(pending[_random.Next(pending.Length)], history);
        }
    }

    public async Task<string> RunStepAsync<TInput, TOutput>(Step<TInput, TOutput> step, TInput input)
    {
        try
        {
            return JsonSerializer.Serialize(await _steps.RunAsync(step, input, this, CancellationToken.None), step.Output);
        }
        catch (YttlException e)
        {
            throw new StepFailedException(step.Name, e.Failure, e);
        }
    }

    StepTracker? IStepRecorder.Begin(string step) => null;

    Task IStepRecorder.AddAsync(StepRecord step) => Task.CompletedTask;

    /// <returns>The workflow's result as JSON, or null while it waits for calls.</returns>
    private string? Replay<TInput, TOutput>(
        Workflow<TInput, TOutput> workflow, RunId run, TInput input, WorkflowHistory history)
    {
        Replays++;
        var known = history.Scheduled.Count;
        var thread = new ReplayThread();
        var context = new ReplayContext(this, run, history, thread);
        Task<TOutput>? task = null;
        thread.Run(() =>
        {
            task = workflow.RunAsync(context, input);
            _ = task.ContinueWith(
                _ =>
                {
                    if (!thread.IsCurrent)
                        thread.Violate("it left the workflow's thread (ConfigureAwait(false) or Task.Run)");
                },
                CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        });
        foreach (var completion in history.Completions)
            thread.Run(() => context.Deliver(completion));

        if (context.ScheduledCount < known)
            throw new NondeterminismException($"the replay did not call {history.Scheduled[context.ScheduledCount]}");
        if (task!.IsCompleted)
            return JsonSerializer.Serialize(task.GetAwaiter().GetResult(), workflow.Output);
        if (!history.Pending().Any())
            throw new NondeterminismException(thread.WhyItHangs());
        return null;
    }

    private async Task CompleteAsync(ScheduledCall call, WorkflowHistory history)
    {
        var began = stepTime?.GetUtcNow();
        var (result, failure) = await OutcomeOfAsync(call);
        var worked = (stepTime?.GetUtcNow() - began) ?? TimeSpan.Zero;
        var time = history.TimeAfter(history.Completions.Count) + call.Takes + worked;
        history.Completions.Add(new Completion(call.Index, result, failure, time));
    }

    private static async Task<(string? Result, StepFailedException? Failure)> OutcomeOfAsync(ScheduledCall call)
    {
        try
        {
            return (await call.PerformAsync(), null);
        }
        catch (StepFailedException e)
        {
            return (null, e);
        }
    }
}
