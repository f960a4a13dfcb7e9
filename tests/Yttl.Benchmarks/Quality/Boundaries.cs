namespace Yttl.Benchmarks.Quality;

/// <summary>
/// Compares two divisions of the same time: WindowDiff (Pevzner and Hearst 2002, https://aclanthology.org/J02-1002/) and Pk
/// (Beeferman, Berger and Lafferty 1999), with windows of half the mean length of the reference's parts.
/// </summary>
internal static class Boundaries
{
    private static readonly TimeSpan Unit = TimeSpan.FromSeconds(5);

    public static (double WindowDiff, double Pk) Compare(IReadOnlyList<TimeSpan> reference, IReadOnlyList<TimeSpan> found, TimeSpan end)
    {
        var units = (int)(end / Unit) + 1;
        var (one, other) = (Marks(reference, units), Marks(found, units));
        var window = Math.Max(2, units / (one.Count(isSet => isSet) + 1) / 2);
        var (differing, misjudged) = (0, 0);
        for (var i = 0; i < units - window; i++)
        {
            var (inOne, inOther) = (one.AsSpan(i, window).Count(true), other.AsSpan(i, window).Count(true));
            differing += inOne != inOther ? 1 : 0;
            misjudged += inOne > 0 != inOther > 0 ? 1 : 0;
        }

        return ((double)differing / (units - window), (double)misjudged / (units - window));
    }

    private static bool[] Marks(IReadOnlyList<TimeSpan> times, int units)
    {
        var marks = new bool[units];
        foreach (var time in times)
            marks[Math.Min(units - 1, (int)(time / Unit))] = true;
        return marks;
    }
}
