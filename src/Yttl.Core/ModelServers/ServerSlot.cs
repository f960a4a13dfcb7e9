using Yttl.Core.Failures;

namespace Yttl.Core.ModelServers;

/// <summary>
/// What a pool knows of one server, from the decision to start it until it is gone. Everything that changes is
/// guarded by the pool's lock.
/// </summary>
internal sealed class ServerSlot : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<YttlException?> _ended =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ServerSlot() => Stopping = _stop.Token;

    /// <summary>Null until it is healthy.</summary>
    public RunningServer? Running { get; set; }

    public int InUse { get; set; }

    /// <summary>When it became free; meaningful while nobody uses it.</summary>
    public DateTimeOffset IdleSince { get; set; }

    public bool IsStopping { get; private set; }

    /// <summary>Why it was told to stop; null when nobody is to blame.</summary>
    public YttlException? StopReason { get; private set; }

    public CancellationToken Stopping { get; }

    public bool IsOpen => Running is not null && !IsStopping;

    /// <summary>Done when it is gone and the pool has drawn its conclusions; what its calls failed of, if anything.</summary>
    public Task<YttlException?> Ended => _ended.Task;

    public void Stop(YttlException? reason)
    {
        if (IsStopping)
            return;
        IsStopping = true;
        StopReason = reason;
        // Whoever waits for it goes on elsewhere, not under the lock.
        _ = _stop.CancelAsync();
    }

    public void End(YttlException? failure)
    {
        IsStopping = true;
        _ended.TrySetResult(failure);
    }

    public void Dispose() => _stop.Dispose();
}
