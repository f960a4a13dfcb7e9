namespace Yttl.Core.Measuring;

/// <summary>The waits of one step or one call, one at a time. Safe from any thread.</summary>
internal sealed class WaitLog(Func<TimeSpan> elapsed)
{
    private readonly Lock _lock = new();
    private readonly List<WaitRecord> _waits = [];
    private (WaitKind Kind, TimeSpan Start)? _now;

    /// <summary>In their order, without a wait that has not ended.</summary>
    public IReadOnlyList<WaitRecord> Records
    {
        get
        {
            lock (_lock)
                return [.. _waits];
        }
    }

    /// <summary>Begins a wait, and ends one that has not ended.</summary>
    public void Begin(WaitKind kind)
    {
        lock (_lock)
        {
            var now = elapsed();
            Close(now);
            _now = (kind, now);
        }
    }

    public void End()
    {
        lock (_lock)
            Close(elapsed());
    }

    private void Close(TimeSpan end)
    {
        // A turn that is free at once is not a wait.
        if (_now is { } wait && end > wait.Start)
            _waits.Add(new WaitRecord(wait.Kind, wait.Start, end - wait.Start));
        _now = null;
    }
}
