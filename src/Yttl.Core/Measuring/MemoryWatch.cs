using Yttl.Core.Hardware;

namespace Yttl.Core.Measuring;

/// <summary>
/// Samples the memory of this process and its children twice a second while it is watched: one for the whole process.
/// It adds the resident memory of each process, because a container's own figure also counts cached files and other
/// processes.
/// </summary>
public sealed class MemoryWatch : IDisposable
{
    internal static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    /// <summary>The most samples that a drawing gets. More are thinned out, and peaks are kept.</summary>
    private const int MostSamples = 240;

    /// <summary>Half an hour at full detail. Beyond that, every two samples become one.</summary>
    private const int MostKept = 3600;

    private readonly Lock _lock = new();
    private readonly List<(long At, long Bytes)> _samples = [];
    private readonly TimeProvider _time;
    private readonly Func<long> _resident;
    private readonly ITimer _timer;
    private int _watchers;

    public MemoryWatch(TimeProvider time)
        : this(time, () => ProcessTree.ResidentBytes(Environment.ProcessId))
    {
    }

    /// <param name="resident">Returns the resident memory now, in bytes.</param>
    internal MemoryWatch(TimeProvider time, Func<long> resident)
    {
        (_time, _resident) = (time, resident);
        _timer = time.CreateTimer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Watches until the result is disposed.</summary>
    public IDisposable Watch()
    {
        lock (_lock)
            _watchers++;
        Tick();
        return new Watcher(this);
    }

    /// <param name="start">A timestamp of this object's clock.</param>
    /// <returns>The memory from then until now; null where there is no sample.</returns>
    public MemoryUse? Since(long start)
    {
        Sample();
        lock (_lock)
        {
            var seen = _samples.Where(sample => sample.At >= start)
                .Select(sample => new MemorySample(_time.GetElapsedTime(start, sample.At), sample.Bytes))
                .ToList();
            return seen.Count == 0 ? null : new MemoryUse(seen.Max(sample => sample.Bytes), Thinned(seen));
        }
    }

    public void Dispose() => _timer.Dispose();

    private static List<MemorySample> Thinned(List<MemorySample> samples)
    {
        var together = (samples.Count + MostSamples - 1) / MostSamples;
        return [.. samples.Chunk(together).Select(chunk => new MemorySample(chunk[0].At, chunk.Max(sample => sample.Bytes)))];
    }

    private void Tick()
    {
        Sample();
        lock (_lock)
            if (_watchers > 0)
                _timer.Change(Period, Timeout.InfiniteTimeSpan);
    }

    private void Sample()
    {
        var bytes = _resident();
        lock (_lock)
        {
            _samples.Add((_time.GetTimestamp(), bytes));
            if (_samples.Count <= MostKept)
                return;
            var halved = _samples.Chunk(2).Select(pair => (pair[0].At, pair.Max(sample => sample.Bytes))).ToList();
            _samples.Clear();
            _samples.AddRange(halved);
        }
    }

    private void Leave()
    {
        lock (_lock)
            if (--_watchers == 0)
                _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private sealed class Watcher(MemoryWatch watch) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
                watch.Leave();
        }
    }
}
