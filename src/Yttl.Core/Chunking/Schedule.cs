namespace Yttl.Core.Chunking;

/// <summary>Schedules calls: the maximum length of each, such that the last one ends in time.</summary>
/// <param name="Windows">Maximum length of each call in windows, in order, for each stretch.</param>
/// <param name="Makespan">
/// Time at which all calls have ended, in ticks; a worker's remaining time up to then is added to its last call.
/// Shorter or fewer calls end no later: the order is fixed and no call waits for another's outcome, so that, call by
/// call, no worker comes free later. (This does not hold for calls that wait: Graham, https://doi.org/10.1137/0117039.)
/// </param>
internal sealed record Schedule(IReadOnlyList<IReadOnlyList<long>> Windows, long Makespan)
{
    /// <summary>
    /// Gives each call in order to the worker that is free first; it uses its share of that worker's remaining time.
    /// There are as few calls as that time allows, of nearly equal length, the later ones shorter if any.
    /// </summary>
    /// <param name="deadline">Time by which all calls must have ended, in ticks.</param>
    /// <param name="windows">Maximum length of a call, in windows.</param>
    /// <returns>Null where the deadline cannot be met.</returns>
    public static Schedule? Within(
        long deadline, IReadOnlyList<Stretch> passages, CostModel cost, long windows, long maxAudio)
    {
        var workers = new PriorityQueue<(long Busy, int LastCall), long>(
            Enumerable.Repeat(((0L, -1), 0L), cost.Workers));
        var calls = new List<long>();
        var counts = new List<int>();
        foreach (var passage in passages)
        {
            var before = calls.Count;
            for (var at = 0; at < passage.Last;)
            {
                var (busy, _) = workers.Dequeue();
                var most = cost.Share(deadline - busy, windows);
                var to = passage.Farthest(at, Math.Min(maxAudio, most * CostModel.WindowLength));
                if (to == at)
                    return null;
                var audio = passage.AudioLength(at, to);
                workers.Enqueue((busy + cost.Call(audio), calls.Count), busy + cost.Call(audio));
                calls.Add(CostModel.Windows(audio));
                at = to;
            }

            counts.Add(calls.Count - before);
        }

        var makespan = workers.UnorderedItems.Max(worker => worker.Priority);
        foreach (var ((busy, last), _) in workers.UnorderedItems.Where(worker => worker.Element.LastCall >= 0))
            calls[last] = Math.Min(windows, calls[last] + (makespan - busy) / cost.Window);
        return new Schedule(ByPassage(calls, counts), makespan);
    }

    /// <summary>
    /// Returns the schedule that ends soonest, within a sixteenth of a window; null where none keeps to the limits.
    /// </summary>
    public static Schedule? Soonest(IReadOnlyList<Stretch> passages, CostModel cost, long windows, long maxAudio)
    {
        var unlimited = passages.Sum(passage => (long)passage.Last) * (cost.Overhead + windows * cost.Window);
        var best = Within(unlimited, passages, cost, windows, maxAudio);
        for (long tooSoon = 0; best is not null && best.Makespan - tooSoon > Math.Max(1, cost.Window / 16);)
        {
            var deadline = (tooSoon + best.Makespan) / 2;
            if (Within(deadline, passages, cost, windows, maxAudio) is { } sooner)
                best = sooner;
            else
                tooSoon = deadline;
        }

        return best;
    }

    private static List<IReadOnlyList<long>> ByPassage(List<long> calls, List<int> counts)
    {
        var parts = new List<IReadOnlyList<long>>();
        var start = 0;
        foreach (var count in counts)
        {
            parts.Add(calls[start..(start + count)]);
            start += count;
        }

        return parts;
    }
}
