namespace Yttl.Core.Captions.Formats;

/// <summary>The part of a cue's text that markup sets off, in visible characters.</summary>
/// <param name="Length">The visible characters of the whole text.</param>
internal readonly record struct MarkedPart(int Start, int End, int Length)
{
    /// <summary>Whether the mark moved on from here to there; backwards, the sentence is said again.</summary>
    public bool MovesTo(MarkedPart next) =>
        next.Start >= Start && next.End >= End && (next.Start > Start || next.End > End);

    /// <returns>Null where nothing is marked.</returns>
    public static MarkedPart? In(string markup)
    {
        if (CueMarkup.MarkedRange(markup) is not { } range)
            return null;
        var length = Visible(markup);
        var (start, end) = (Visible(markup[..range.Start]), length - Visible(markup[range.End..]));
        return start < end ? new MarkedPart(start, end, length) : null;
    }

    private static int Visible(string markup) => CueMarkup.LinesOfMarkup(markup).Count(letter => !char.IsWhiteSpace(letter));
}

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
        for (var i = 0; i < cues.Count; i++)
        {
            var (cue, marked) = cues[i];
            if (i > 0 && cue.Text == cues[i - 1].Cue.Text && cue.Start - joined[^1].End <= LongestGap && GoesOn(last, marked))
            {
                joined[^1] = joined[^1] with { End = cue.End > joined[^1].End ? cue.End : joined[^1].End };
                last = marked ?? last;
            }
            else
            {
                joined.Add(cue);
                last = marked;
            }
        }

        return cues.Count - joined.Count >= FewestSteps ? joined : [.. cues.Select(one => one.Cue)];
    }

    /// <summary>Between two marked words, and before the first, the sentence may be shown without a mark.</summary>
    private static bool GoesOn(MarkedPart? last, MarkedPart? marked) => (last, marked) switch
    {
        ({ } before, { } next) => before.MovesTo(next),
        ({ } before, null) => before.End < before.Length,
        (null, { } next) => next.End - next.Start < next.Length,
        _ => false,
    };
}
