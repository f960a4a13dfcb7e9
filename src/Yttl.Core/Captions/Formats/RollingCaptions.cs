namespace Yttl.Core.Captions.Formats;

/// <summary>
/// Removes the repeats of automatic captions. These roll: each cue shows the previous line again above the new one, and
/// YouTube's WebVTT puts a cue of 10 ms between the two with only the old line. Only lines repeated from the directly
/// preceding cue are removed: a refrain that is sung twice is two equal cues, or a line that comes again later, and
/// stays.
/// </summary>
internal static class RollingCaptions
{
    /// <summary>A caption window shows at most four lines (CEA-608 roll-up; YouTube shows two).</summary>
    private const int MostLines = 4;

    /// <summary>Too short to read; YouTube's fillers last 10 ms.</summary>
    private static readonly TimeSpan LongestFiller = TimeSpan.FromMilliseconds(50);

    /// <summary>Cues with a longer gap are not adjacent.</summary>
    private static readonly TimeSpan LongestGap = TimeSpan.FromMilliseconds(100);

    /// <summary>Some writers leave a pause between two windows although the second continues the first.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    /// <summary>
    /// The fewest windows that continue after a pause to count as rolling. A refrain does so once or twice.
    /// </summary>
    private const int FewestAfterPause = 3;

    /// <param name="cues">Ordered by start. The lines of a text are separated by <c>\n</c>.</param>
    /// <returns>
    /// The cues without repeated lines; cues with no new line are dropped. Where at most half of the adjacent cues
    /// repeat, the captions do not roll and come back unchanged: a repeated line was said twice. Cues after a pause are
    /// judged apart, and there a window rolls only where it adds exactly one line to those it repeats.
    /// </returns>
    public static IReadOnlyList<Cue> Unroll(IReadOnlyList<Cue> cues)
    {
        var repeated = new int[cues.Count];
        Find(cues, repeated, afterPause: false);
        Find(cues, repeated, afterPause: true);
        return repeated.AsSpan().ContainsAnyExcept(0) ? WithoutRepeats(cues, repeated) : cues;
    }

    /// <summary>Sets how many lines each cue of this kind repeats, where most of them do.</summary>
    private static void Find(IReadOnlyList<Cue> cues, int[] repeated, bool afterPause)
    {
        var found = new List<(int Cue, int Lines)>();
        int neighbours = 0, rolling = 0;
        for (var i = 1; i < cues.Count; i++)
        {
            var gap = cues[i].Start - cues[i - 1].End;
            if (gap > LongestPause || (gap > LongestGap) != afterPause)
                continue;
            var filler = !afterPause && IsFiller(cues[i]);
            // One line alone repeats nothing.
            var hasLines = filler || cues[i].Text.Contains('\n', StringComparison.Ordinal);
            string[] before = hasLines ? Window(cues[i - 1]) : [], window = hasLines ? Window(cues[i]) : [];
            var lines = hasLines ? Carried(before, window, filler) : 0;
            if (afterPause && lines < window.Length - 1)
                lines = 0;
            if (lines > 0)
                found.Add((i, lines));

            // Lines equal to those before them carry no information: they rolled or were said twice.
            if (!filler && window.Length > 1 && window.SequenceEqual(before))
                continue;
            neighbours++;
            rolling += lines > 0 ? 1 : 0;
        }

        if (rolling * 2 > neighbours && (!afterPause || rolling >= FewestAfterPause))
            found.ForEach(one => repeated[one.Cue] = one.Lines);
    }

    private static string[] Window(Cue cue) => cue.Text.Split('\n');

    /// <summary>A cue with zero duration comes from clamped times and has its own text.</summary>
    private static bool IsFiller(Cue cue) => cue.End > cue.Start && cue.End - cue.Start <= LongestFiller;

    /// <summary>
    /// Returns how many of the window's first lines are the last lines of the one before. A window that rolled shows
    /// something new, so at least one of its lines does not count, except in a filler.
    /// </summary>
    private static int Carried(string[] before, string[] window, bool filler)
    {
        var most = Math.Min(Math.Min(before.Length, MostLines), filler ? window.Length : window.Length - 1);
        for (var lines = most; lines > 0; lines--)
            if (before.AsSpan(before.Length - lines).SequenceEqual(window.AsSpan(0, lines)))
                return lines;
        return 0;
    }

    private static List<Cue> WithoutRepeats(IReadOnlyList<Cue> cues, int[] repeated)
    {
        var spoken = new List<Cue>(cues.Count);
        for (var i = 0; i < cues.Count; i++)
            if (repeated[i] == 0)
                spoken.Add(cues[i]);
            else if (Window(cues[i]) is var window && repeated[i] < window.Length)
                spoken.Add(cues[i] with { Text = string.Join('\n', window[repeated[i]..]) });
        return spoken;
    }
}
