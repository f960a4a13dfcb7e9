namespace Yttl.Workflows.Specs.Engines;

/// <summary>A clock whose timers fire at once, so that nothing sleeps; it remembers what was waited for.</summary>
internal sealed class SkippingTime : TimeProvider
{
    private long _ticks;

    public override DateTimeOffset GetUtcNow() => WorkflowHistory.Start.AddTicks(Interlocked.Read(ref _ticks));

    /// <summary>For a step that takes so long.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Timeout.InfiniteTimeSpan)
            return TimeProvider.System.CreateTimer(callback, state, dueTime, period);

        Interlocked.Add(ref _ticks, dueTime.Ticks);
        return TimeProvider.System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
