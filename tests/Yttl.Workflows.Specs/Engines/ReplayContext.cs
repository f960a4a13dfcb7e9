using System.Text.Json;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Specs.Engines;

/// <summary>The seam during one replay: calls return tasks that only the history completes.</summary>
internal sealed class ReplayContext(ReplayEngine engine, RunId run, WorkflowHistory history, ReplayThread thread)
    : WorkflowContext
{
    private readonly Dictionary<int, Action<Completion>> _completers = [];
    private int _delivered;
    private int _scheduled;

    public override RunId RunId => run;

    public override DateTimeOffset Now => history.TimeAfter(_delivered);

    public int ScheduledCount => _scheduled;

    public override Task<TOutput> CallAsync<TInput, TOutput>(Step<TInput, TOutput> step, TInput input)
    {
        var json = JsonSerializer.Serialize(input, step.Input);
        return Schedule($"step {step.Name}", json, () => engine.RunStepAsync(step, input), TimeSpan.FromSeconds(1),
            result => JsonSerializer.Deserialize(result, step.Output)!);
    }

    public override Task<TOutput> CallAsync<TInput, TOutput>(
        Workflow<TInput, TOutput> workflow, RunId childRun, TInput input)
    {
        var json = JsonSerializer.Serialize(input, workflow.Input);
        return Schedule($"workflow {workflow.Name} {childRun}", json,
            async () => JsonSerializer.Serialize(
                await engine.RunAsync(workflow, childRun, JsonSerializer.Deserialize(json, workflow.Input)!), workflow.Output),
            TimeSpan.FromSeconds(1),
            result => JsonSerializer.Deserialize(result, workflow.Output)!);
    }

    public override Task DelayAsync(TimeSpan delay, string? step = null) =>
        Schedule("timer", delay.ToString(), () => Task.FromResult(""), delay, result => result);

    public override void Report(RunProgress progress) => CheckThread();

    public void Deliver(Completion completion)
    {
        _delivered++;
        if (_completers.TryGetValue(completion.CallIndex, out var complete))
            complete(completion);
    }

    private Task<T> Schedule<T>(
        string target, string input, Func<Task<string>> performAsync, TimeSpan takes, Func<string, T> read)
    {
        // A call from another thread waits for ever: the history belongs to the thread that reads it.
        if (!CheckThread())
            return new TaskCompletionSource<T>().Task;
        var call = new ScheduledCall(_scheduled++, target, input, _delivered, performAsync, takes);
        if (call.Index < history.Scheduled.Count)
        {
            if (!call.Repeats(history.Scheduled[call.Index]))
                thread.Violate($"the replay called {call}, but the history holds {history.Scheduled[call.Index]}");
        }
        else
        {
            if (_delivered < history.Completions.Count)
                thread.Violate($"the replay called {call}, where the first run did not");
            history.Scheduled.Add(call);
        }

        var task = new TaskCompletionSource<T>();
        _completers[call.Index] = completion =>
        {
            if (completion.Failure is null)
                task.SetResult(read(completion.Result!));
            else
                task.SetException(completion.Failure);
        };
        return task.Task;
    }

    private bool CheckThread()
    {
        if (!thread.IsCurrent)
            thread.Violate("it left the workflow's thread (ConfigureAwait(false) or Task.Run)");
        return thread.IsCurrent;
    }
}
