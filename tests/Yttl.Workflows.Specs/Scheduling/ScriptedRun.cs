using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Specs.Scheduling;

/// <summary>Drives a <see cref="ReadyQueue"/> by hand: work ends when the script says so, in an order that the seed picks.</summary>
internal sealed class ScriptedRun(int window, int seed)
{
    private readonly ManualContext _context = new();
    private readonly Random _random = new(seed);
    private readonly List<TaskCompletionSource> _running = [];
    private ReadyQueue? _queue;
    private int _ready;

    public List<string> Started { get; } = [];

    private ReadyQueue Queue => _queue ??= new ReadyQueue(_context, window);

    public void Add(int rank, string name, Action? then = null)
    {
        _ready++;
        Queue.Add(rank, () => WorkAsync(name, then));
    }

    public void AddLater(int rank, string name, TimeSpan delay) => Queue.AddLater(rank, name, () => WorkAsync(name, null), delay);

    public Task StartDraining() => Queue.DrainAsync();

    public void FireTimers() => _context.FireTimers();

    public void CompleteOne()
    {
        var task = _running[_random.Next(_running.Count)];
        _running.Remove(task);
        task.SetResult();
    }

    public void CompleteAll(Action<int, int>? onEachState = null)
    {
        var draining = StartDraining();
        while (!draining.IsCompleted)
        {
            _running.Count.ShouldBeInRange(1, window);
            onEachState?.Invoke(_running.Count, _ready);
            CompleteOne();
        }

        draining.GetAwaiter().GetResult();
    }

    private async Task WorkAsync(string name, Action? then)
    {
        _ready--;
        Started.Add(name);
        var end = new TaskCompletionSource();
        _running.Add(end);
        await end.Task;
        then?.Invoke();
    }
}

/// <summary>A context of which only the timers are used; they fire when told to.</summary>
internal sealed class ManualContext : WorkflowContext
{
    private readonly List<TaskCompletionSource> _timers = [];

    public override RunId RunId => throw new NotSupportedException();

    public override DateTimeOffset Now => throw new NotSupportedException();

    public void FireTimers() => _timers.ForEach(timer => timer.SetResult());

    public override Task<TOutput> CallAsync<TInput, TOutput>(Step<TInput, TOutput> step, TInput input) =>
        throw new NotSupportedException();

    public override Task<TOutput> CallAsync<TInput, TOutput>(Workflow<TInput, TOutput> workflow, RunId run, TInput input) =>
        throw new NotSupportedException();

    public override Task DelayAsync(TimeSpan delay, string? step = null)
    {
        var timer = new TaskCompletionSource();
        _timers.Add(timer);
        return timer.Task;
    }

    public override void Report(RunProgress progress) => throw new NotSupportedException();
}
