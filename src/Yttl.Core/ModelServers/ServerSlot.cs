using Yttl.Core.Failures;

namespace Yttl.Core.ModelServers;

/// <summary>
/// The state of one server in a pool, from the decision to start it until it has exited. All mutable state is guarded
/// by the pool's lock.
/// </summary>
internal sealed class ServerSlot : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<YttlException?> _ended =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ServerSlot() => Stopping = _stop.Token;

    /// <summary>The running server; null until it is healthy.</summary>
    public RunningServer? Running { get; set; }

    public int InUse { get; set; }

    /// <summary>Time when it became free; valid only while no call uses it.</summary>
    public DateTimeOffset IdleSince { get; set; }

    public bool IsStopping { get; private set; }

    /// <summary>The failure that it was stopped for; null for an ordinary stop.</summary>
    public YttlException? StopReason { get; private set; }

    public CancellationToken Stopping { get; }

    public bool IsOpen => Running is not null && !IsStopping;

    /// <summary>
    /// Completes when the server has exited and the pool has updated its state; the result is the failure of its calls,
    /// if any.
    /// </summary>
    public Task<YttlException?> Ended => _ended.Task;

    public void Stop(YttlException? reason)
    {
        if (IsStopping)
            return;
        IsStopping = true;
        StopReason = reason;
        // Continuations run on other threads, not under the lock.
        _ = _stop.CancelAsync();
    }

    public void End(YttlException? failure)
    {
        IsStopping = true;
        _ended.TrySetResult(failure);
    }

    public void Dispose() => _stop.Dispose();
}
