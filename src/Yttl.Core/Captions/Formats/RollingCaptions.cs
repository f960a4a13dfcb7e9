namespace Yttl.Core.Captions.Formats;

/// <summary>
/// Automatic captions roll: each cue shows the line before it again, above the new one, and YouTube's WebVTT puts a cue
/// of 10 ms between two of them that holds nothing but the old line. What a cue repeats of the cue directly before it
/// is taken out, and nothing else: a refrain that is sung twice is two cues that look alike, or a line that comes again
/// in its turn, and stays.
/// </summary>
internal static class RollingCaptions
{
    /// <summary>A caption window shows at most four lines (CEA-608 roll-up; YouTube shows two).</summary>
    private const int MostLines = 4;

    /// <summary>Nobody reads a cue as short as this; YouTube's fillers last 10 ms.</summary>
    private static readonly TimeSpan LongestFiller = TimeSpan.FromMilliseconds(50);

    /// <summary>Cues further apart than this do not adjoin.</summary>
    private static readonly TimeSpan LongestGap = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Some writers leave a pause between two windows although the second rolled on from the first.
    /// </summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    /// <summary>So many windows do not roll on after a pause by chance: a refrain does it once or twice.</summary>
    private const int FewestAfterPause = 3;

    /// <param name="cues">By start; a text's lines are separated by <c>\n</c>.</param>
    /// <returns>
    /// The same cues without what they repeat, those with nothing new left out. Captions that do not roll, which is
    /// when no more than half of the adjoining cues repeat, come back as they are: there a repeated line was said
    /// twice. The same is asked, apart, of cues that follow a pause, and there a window has rolled only when it adds
    /// one line to those it carries.
    /// </returns>
    public static IReadOnlyList<Cue> Unroll(IReadOnlyList<Cue> cues)
    {
        var windows = cues.Select(cue => cue.Text.Split('\n')).ToArray();
        var repeated = new int[cues.Count];
        Find(cues, windows, repeated, afterPause: false);
        Find(cues, windows, repeated, afterPause: true);
        return repeated.Any(lines => lines > 0) ? WithoutRepeats(cues, windows, repeated) : cues;
    }

    /// <summary>Notes for each cue of the one kind how many lines it repeats, if most of them do.</summary>
    private static void Find(IReadOnlyList<Cue> cues, string[][] windows, int[] repeated, bool afterPause)
    {
        var found = new List<(int Cue, int Lines)>();
        int neighbours = 0, rolling = 0;
        for (var i = 1; i < cues.Count; i++)
        {
            var gap = cues[i].Start - cues[i - 1].End;
            if (gap > LongestPause || (gap > LongestGap) != afterPause)
                continue;
            var filler = !afterPause && IsFiller(cues[i]);
            var lines = Carried(windows[i - 1], windows[i], filler);
            if (afterPause && lines < windows[i].Length - 1)
                lines = 0;
            found.Add((i, lines));

            // Lines that look like those before them may be either, rolled or said twice: they tell nothing.
            if (!filler && windows[i].Length > 1 && windows[i].SequenceEqual(windows[i - 1]))
                continue;
            neighbours++;
            rolling += lines > 0 ? 1 : 0;
        }

        if (rolling * 2 > neighbours && (!afterPause || rolling >= FewestAfterPause))
            found.ForEach(one => repeated[one.Cue] = one.Lines);
    }

    /// <summary>A cue without length comes from times that were clamped: what it says is its own.</summary>
    private static bool IsFiller(Cue cue) => cue.End > cue.Start && cue.End - cue.Start <= LongestFiller;

    /// <summary>
    /// How many of the window's first lines are the last lines of the one before. A window that rolled shows something
    /// new, so at least one line of it does not count, unless it is a filler.
    /// </summary>
    private static int Carried(string[] before, string[] window, bool filler)
    {
        var most = Math.Min(Math.Min(before.Length, MostLines), filler ? window.Length : window.Length - 1);
        for (var lines = most; lines > 0; lines--)
            if (before.AsSpan(before.Length - lines).SequenceEqual(window.AsSpan(0, lines)))
                return lines;
        return 0;
    }

    private static List<Cue> WithoutRepeats(IReadOnlyList<Cue> cues, string[][] windows, int[] repeated)
    {
        var said = new List<Cue>(cues.Count);
        for (var i = 0; i < cues.Count; i++)
            if (repeated[i] < windows[i].Length)
                said.Add(cues[i] with { Text = string.Join('\n', windows[i][repeated[i]..]) });
        return said;
    }
}
