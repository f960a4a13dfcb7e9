using Yttl.Core.Time;

namespace Yttl.Core.Performance;

/// <summary>How many steps were at work at once. Pure functions.</summary>
internal static class Concurrency
{
    /// <summary>The number of steps at work at each change, the first change from zero included.</summary>
    public static IReadOnlyList<ConcurrencyPoint> Over(IEnumerable<StepTimes> steps)
    {
        var points = new List<ConcurrencyPoint>();
        var running = 0;
        var changes = steps.SelectMany(step => step.AtWork)
            .SelectMany(range => new[] { (At: range.Start, Change: 1), (At: range.End, Change: -1) })
            .GroupBy(change => change.At)
            .OrderBy(changes => changes.Key);
        foreach (var change in changes)
        {
            // Ends and starts at the same instant are one change: those steps did not overlap.
            var net = change.Sum(one => one.Change);
            if (net != 0)
                points.Add(new ConcurrencyPoint(change.Key, running += net));
        }

        return points;
    }

    public static int Peak(IEnumerable<ConcurrencyPoint> points) => points.Select(point => point.Running).DefaultIfEmpty().Max();

    /// <summary>Assigns a slot to each: the lowest that is free when it starts.</summary>
    /// <param name="held">The time in which each holds its slot.</param>
    /// <returns>In the order of <paramref name="held"/>; slots count from 0.</returns>
    public static IReadOnlyList<int> Slots(IReadOnlyList<TimeRange> held)
    {
        var slots = new int[held.Count];
        var free = new PriorityQueue<int, int>();
        var taken = new PriorityQueue<int, TimeSpan>();
        var opened = 0;
        foreach (var (index, range) in held.Index().OrderBy(one => one.Item.Start).ThenBy(one => one.Item.End))
        {
            while (taken.TryPeek(out var slot, out var end) && end <= range.Start)
                free.Enqueue(taken.Dequeue(), slot);
            slots[index] = free.Count > 0 ? free.Dequeue() : opened++;
            taken.Enqueue(slots[index], range.End);
        }

        return slots;
    }

    /// <summary>
    /// The time in which a step holds a slot: from its first work until its end. It holds none while it waits for its
    /// first turn, and keeps its slot during later waits.
    /// </summary>
    public static TimeRange Held(StepTimes step) => new(step.AtWork is [var first, ..] ? first.Start : step.Start, step.End);
}

/// <param name="At">Counted from the start of the session.</param>
/// <param name="Running">The number of steps at work from then on.</param>
public sealed record ConcurrencyPoint(TimeSpan At, int Running);
