namespace Yttl.Core.Specs.ModelServers;

/// <summary>The machine's time, in which pauses pass and no time-out does: a timer of more than a second never fires.</summary>
internal sealed class PatientTime : TimeProvider
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > LongestPause ? Timeout.InfiniteTimeSpan : dueTime, period);
}
