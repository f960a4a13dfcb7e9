using System.Collections.Concurrent;

namespace Yttl.Core.Specs.Captions;

/// <summary>A clock on which chosen waits are over at once and all others never are. It remembers every wait.</summary>
internal sealed class EagerTime(Func<TimeSpan, bool> isOver) : TimeProvider
{
    private static readonly TimeSpan Never = Timeout.InfiniteTimeSpan;

    private readonly Func<TimeSpan, bool> _isOver = isOver;
    private readonly ConcurrentQueue<TimeSpan> _waits = new();

    public IReadOnlyList<TimeSpan> Waits => [.. _waits];

    public override DateTimeOffset GetUtcNow() => new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new EagerTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class EagerTimer(EagerTime time, TimerCallback callback, object? state) : ITimer
    {
        private readonly ITimer _real = System.CreateTimer(callback, state, Never, Never);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == Never)
                return _real.Change(Never, Never);
            time._waits.Enqueue(dueTime);
            return _real.Change(time._isOver(dueTime) ? TimeSpan.Zero : Never, Never);
        }

        public void Dispose() => _real.Dispose();

        public ValueTask DisposeAsync() => _real.DisposeAsync();
    }
}
