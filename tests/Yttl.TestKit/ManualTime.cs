namespace Yttl.TestKit;

/// <summary>
/// A clock that stands still until it is moved; timers that fall due are called by the one who moves it.
/// </summary>
public sealed class ManualTime : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private TaskCompletionSource _timerSet = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        List<ManualTimer> due;
        lock (_lock)
        {
            _now += by;
            due = [.. _timers.Where(timer => timer.Due <= _now).OrderBy(timer => timer.Due)];
            _timers.RemoveAll(due.Contains);
        }

        foreach (var timer in due)
            timer.Fire();
    }

    /// <summary>Waits until a timer is set that falls due exactly <paramref name="due"/> from now.</summary>
    public Task PendingAsync(TimeSpan due) => PendingAsync(left => left == due);

    /// <summary>Waits until a timer is set that falls due within <paramref name="most"/> from now.</summary>
    public Task PendingWithinAsync(TimeSpan most) => PendingAsync(left => left <= most);

    private async Task PendingAsync(Func<TimeSpan, bool> isWanted)
    {
        while (true)
        {
            Task timerSet;
            lock (_lock)
            {
                if (_timers.Any(timer => isWanted(timer.Due - _now)))
                    return;
                timerSet = _timerSet.Task;
            }

            await timerSet.WaitAsync(Eventually.Timeout);
        }
    }

    private sealed class ManualTimer(ManualTime time, Action fire) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Fire() => fire();

        /// <summary>A period is not supported: nothing here needs one.</summary>
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                Due = time._now + dueTime;
                time._timers.Add(this);
                time._timerSet.SetResult();
                time._timerSet = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
