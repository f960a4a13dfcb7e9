namespace Yttl.Core.Reports.Html;

/// <summary>The marks of a time axis: round numbers, few enough for a narrow page. A pure function.</summary>
internal static class TimeAxis
{
    private const int Most = 6;

    private static readonly double[] Steps =
        [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 18000, 36000, 86400];

    /// <summary>From zero to <paramref name="end"/>; at most seven.</summary>
    public static IReadOnlyList<TimeSpan> Ticks(TimeSpan end)
    {
        var step = Steps.FirstOrDefault(step => end.TotalSeconds / step <= Most, end.TotalSeconds / Most);
        return [.. Enumerable.Range(0, (int)(end.TotalSeconds / step) + 1).Select(count => TimeSpan.FromSeconds(count * step))];
    }

    public static string Label(TimeSpan tick) => tick.TotalSeconds switch
    {
        < 60 => FormattableString.Invariant($"{tick.TotalSeconds:0.#} s"),
        < 3600 => FormattableString.Invariant($"{tick.TotalMinutes:0.#} min"),
        _ => FormattableString.Invariant($"{tick.TotalHours:0.#} h"),
    };
}
