namespace Yttl.Core.Captions.Formats;

/// <summary>
/// Joins the cues of one sentence of which each marks another word, as Whisper writes with <c>--highlight_words</c> and
/// karaoke captions do. A sentence that is said twice is marked from its beginning again, or not at all.
/// </summary>
internal static class HighlightedWords
{
    /// <summary>The fewest such cues in a file: a word in italics may differ between two cues by chance.</summary>
    private const int FewestSteps = 3;

    private static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(1);

    /// <param name="cues">Ordered by start, each with what is marked in it.</param>
    public static IReadOnlyList<Cue> Join(IReadOnlyList<(Cue Cue, MarkedPart? Marked)> cues)
    {
        var joined = new List<Cue>(cues.Count);
        MarkedPart? last = null;
        var place = -1;
        foreach (var (cue, marked) in cues)
        {
            if (joined.Count > 0 && joined[^1].Speaker == cue.Speaker && AreAlike(joined[^1].Text, cue.Text)
                && cue.Start - joined[^1].End <= LongestGap
                && GoesOn(last, marked, ref place))
            {
                joined[^1] = joined[^1] with { End = cue.End > joined[^1].End ? cue.End : joined[^1].End };
                last = marked ?? last;
            }
            else
            {
                joined.Add(cue);
                last = marked;
                place = -1;
            }
        }

        return cues.Count - joined.Count >= FewestSteps ? joined : [.. cues.Select(one => one.Cue)];
    }

    /// <summary>Between two marked words, and before the first, the sentence may be shown without a mark.</summary>
    /// <param name="place">Where the colour of words changed last, in texts that are coloured throughout.</param>
    private static bool GoesOn(MarkedPart? last, MarkedPart? marked, ref int place)
    {
        if (last is not { } before)
            return marked is { IsWhole: false };
        if (marked is not { } next)
            return before.End < before.Length;
        if (!before.IsWhole || !next.IsWhole)
            return before.MovesTo(next);
        var changed = before.DiffersFrom(next);
        var goesOn = changed > place;
        place = changed ?? place;
        return goesOn;
    }

    private static bool AreAlike(string one, string other) =>
        one == other || (one.Contains('\n') != other.Contains('\n') && CueMarkup.OneLine(one) == CueMarkup.OneLine(other));
}
