using Yttl.Core.Text;
using Yttl.Core.Time;

namespace Yttl.Core.Captions.Formats;

/// <summary>
/// Keeps one of the same lines that a recogniser wrote for minutes, over music or silence. A refrain and a chant are
/// shorter, and the note says what was there.
/// </summary>
internal static class LoopedCues
{
    private const int FewestTimes = 10;

    /// <summary>The most cues that repeat together.</summary>
    private const int LongestUnit = 4;

    private const int LongestQuote = 60;

    private const string Stops = ".!?…。 ";

    private static readonly TimeSpan ShortestLoop = TimeSpan.FromMinutes(2);

    /// <param name="cues">Ordered by start.</param>
    /// <param name="notes">What was repeated, how often and when; added to.</param>
    /// <param name="looped">The duration of all loops.</param>
    /// <returns>The cues with each loop's lines once, shown for all of its time. Takes linear time.</returns>
    public static IReadOnlyList<Cue> Shorten(IReadOnlyList<Cue> cues, List<string> notes, out TimeSpan looped)
    {
        looped = TimeSpan.Zero;
        var same = Enumerable.Range(1, LongestUnit).Select(unit => Same(cues, unit)).ToArray();
        var kept = new List<Cue>(cues.Count);
        for (var at = 0; at < cues.Count;)
        {
            var (unit, times) = LoopAt(cues, same, at);
            for (var i = at; i < at + unit; i++)
                kept.Add(cues[i]);
            if (times > 1)
            {
                var end = cues[at + unit * times - 1].End;
                kept[^1] = kept[^1] with { End = end };
                looped += end - cues[at].Start;
                notes.Add(Note(kept[^unit..], times, cues[at].Start, end));
            }

            at += unit * times;
        }

        return kept.Count == cues.Count ? cues : kept;
    }

    private static (int Unit, int Times) LoopAt(IReadOnlyList<Cue> cues, int[][] same, int at)
    {
        for (var unit = 1; unit <= LongestUnit; unit++)
            if (1 + same[unit - 1][at] / unit is var times && IsLoop(cues, at, unit, times))
                return (unit, times);
        return (1, 1);
    }

    private static bool IsLoop(IReadOnlyList<Cue> cues, int at, int unit, int times) =>
        times >= FewestTimes && cues[at + unit * times - 1].End - cues[at].Start >= ShortestLoop;

    /// <summary>Returns for each cue how many in a row equal the one a unit later.</summary>
    private static int[] Same(IReadOnlyList<Cue> cues, int unit)
    {
        var same = new int[cues.Count];
        for (var i = cues.Count - unit - 1; i >= 0; i--)
            same[i] = AreAlike(cues[i].Text, cues[i + unit].Text) ? same[i + 1] + 1 : 0;
        return same;
    }

    private static bool AreAlike(ReadOnlySpan<char> one, ReadOnlySpan<char> other) =>
        one.TrimEnd(Stops).Equals(other.TrimEnd(Stops), StringComparison.OrdinalIgnoreCase);

    private static string Note(List<Cue> unit, int times, TimeSpan start, TimeSpan end)
    {
        var text = CueMarkup.OneLine(string.Join(" / ", unit.Select(cue => cue.Text)));
        var quote = text.Length <= LongestQuote ? text : $"{text.AsSpan(0, LongestQuote).TrimEnd()}…";
        return $"\"{quote}\" comes {Quantity.Count(times, "time", "times")} in a row"
            + $" ({Timestamp.Text(start)} to {Timestamp.Text(end)}) and is kept once";
    }
}
