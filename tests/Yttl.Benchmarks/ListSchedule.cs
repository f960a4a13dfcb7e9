namespace Yttl.Benchmarks;

/// <summary>
/// The best any program could do with these calls, each taking the same time: segments first, an hour as soon as its
/// segments are done, the overall summary last, never more than the window at once. Counted in rounds, as all calls are
/// equal.
/// </summary>
internal static class ListSchedule
{
    public static int Rounds(IReadOnlyList<int> segmentsPerHour, int window) => Rounds(segmentsPerHour, _ => window);

    /// <summary>Under a window that opens at <paramref name="opening"/> and doubles with each round.</summary>
    public static int DoublingRounds(IReadOnlyList<int> segmentsPerHour, int opening, int ceiling) =>
        Rounds(segmentsPerHour, round => (int)Math.Min(ceiling, (long)opening << Math.Min(round, 30)));

    /// <param name="window">Of each round, from 0; at least 1.</param>
    private static int Rounds(IReadOnlyList<int> segmentsPerHour, Func<int, int> window)
    {
        var segments = segmentsPerHour.SelectMany((count, hour) => Enumerable.Repeat(hour, count)).ToList();
        var open = segmentsPerHour.ToArray();
        var hoursReady = new Queue<int>();
        var (hoursDone, rounds) = (0, 0);
        for (var next = 0; hoursDone < open.Length; rounds++)
        {
            var size = window(rounds);
            var started = segments.Skip(next).Take(size).ToList();
            next += started.Count;
            for (var free = size - started.Count; free > 0 && hoursReady.TryDequeue(out _); free--)
                hoursDone++;
            foreach (var hour in started)
            {
                if (--open[hour] == 0)
                    hoursReady.Enqueue(hour);
            }
        }

        // An hour of one segment and a video of one hour are not written again.
        return rounds + (segmentsPerHour.Count > 1 ? 1 : 0);
    }
}
