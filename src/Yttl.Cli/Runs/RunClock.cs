using Yttl.Workflows.Seam;

namespace Yttl.Cli.Runs;

/// <summary>How long a run has taken, and how long its phase may still take. Not safe for concurrent use.</summary>
internal sealed class RunClock(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private long _phaseStart = time.GetTimestamp();
    private long _last = time.GetTimestamp();
    private int _doneAtStart;

    /// <summary>The last progress; null before the first.</summary>
    public RunProgress? Progress { get; private set; }

    public TimeSpan Elapsed => time.GetElapsedTime(_start);

    /// <summary>
    /// The time that the rest of the phase takes at the pace of what it has done so far; null while it has done nothing,
    /// or has nothing to count.
    /// </summary>
    public TimeSpan? Left
    {
        get
        {
            var done = Progress is { } progress ? progress.Done - _doneAtStart : 0;
            if (done <= 0 || Progress!.Total <= 1 || Progress.Done >= Progress.Total)
                return null;
            var left = time.GetElapsedTime(_phaseStart, _last) / done * (Progress.Total - Progress.Done) - time.GetElapsedTime(_last);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    public void Take(RunProgress progress)
    {
        var now = time.GetTimestamp();
        if (progress.Phase != Progress?.Phase)
            (_phaseStart, _doneAtStart, _last) = (now, progress.Done, now);
        else if (progress.Done != Progress.Done)
            _last = now;
        Progress = progress;
    }
}
