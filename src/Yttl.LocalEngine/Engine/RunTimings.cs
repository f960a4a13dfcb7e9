using System.Collections.Concurrent;

namespace Yttl.LocalEngine.Engine;

/// <summary>When each step of a run started and ended, on one monotonic clock. Safe from any thread.</summary>
internal sealed class RunTimings(TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();
    private readonly ConcurrentQueue<StepTiming> _steps = new();

    /// <summary>Since the run began.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_started);

    /// <summary>In order of their ends.</summary>
    public IReadOnlyCollection<StepTiming> Steps => _steps;

    public void Add(string step, TimeSpan start, TimeSpan end) => _steps.Enqueue(new StepTiming(step, start, end));
}

/// <summary>Times are counted from the start of the run.</summary>
internal sealed record StepTiming(string Step, TimeSpan Start, TimeSpan End);
