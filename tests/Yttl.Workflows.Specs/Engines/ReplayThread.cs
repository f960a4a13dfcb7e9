using Yttl.TestKit;

namespace Yttl.Workflows.Specs.Engines;

/// <summary>
/// The one thread on which workflow code may run. What is posted from elsewhere was awaited outside the seam.
/// </summary>
internal sealed class ReplayThread : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _queue = new();
    private readonly int _threadId = Environment.CurrentManagedThreadId;
    private readonly TaskCompletionSource<string> _violation = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsCurrent => Environment.CurrentManagedThreadId == _threadId && Current == this;

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (Environment.CurrentManagedThreadId == _threadId)
            _queue.Enqueue((d, state));
        else
            Violate("it awaited something that is not a step (a continuation came from outside)");
    }

    public void Violate(string what) => _violation.TrySetResult(what);

    /// <summary>Nothing is left to happen: waits for a stray continuation to say what went wrong.</summary>
    public string WhyItHangs() =>
        _violation.Task.Wait(Eventually.Timeout) ? _violation.Task.Result : "it awaited something that never ends";

    /// <summary>Runs an action on this thread, and all continuations that follow from it.</summary>
    public void Run(Action action)
    {
        var previous = Current;
        SetSynchronizationContext(this);
        try
        {
            action();
            while (_queue.TryDequeue(out var item))
                item.Callback(item.State);
        }
        finally
        {
            SetSynchronizationContext(previous);
        }

        if (_violation.Task.IsCompleted)
            throw new NondeterminismException(_violation.Task.Result);
    }
}
