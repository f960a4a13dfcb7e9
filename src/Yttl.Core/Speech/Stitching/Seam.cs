namespace Yttl.Core.Speech.Stitching;

/// <summary>The boundary between the transcripts of two adjacent chunks.</summary>
/// <remarks>
/// Both chunks contain the seconds around the cut, so a word there occurs twice, at slightly different times. If each
/// side decided by its own times, some words would be lost and others doubled. So words are aligned first, and one
/// decision applies to both occurrences of a word: the left chunk keeps it where the middle of its two times is before
/// the cut. A word of only one side is decided by its own middle, or, without times of words, by its position among the
/// common words.
/// </remarks>
/// <param name="OverlapStart">The start of the right chunk with its margin.</param>
/// <param name="Cut">The end of the left chunk's core and the start of the right one's.</param>
/// <param name="OverlapEnd">The end of the left chunk with its margin.</param>
internal sealed record Seam(TimeSpan OverlapStart, TimeSpan Cut, TimeSpan OverlapEnd)
{
    // The memory of an alignment is the product of both sides. A margin of seconds holds far fewer words.
    private const int MostTokens = 400;

    private static readonly TimeSpan TimedSlack = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan TimedReach = TimeSpan.FromSeconds(1.2);
    private static readonly TimeSpan SpreadSlack = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan SpreadReach = TimeSpan.FromSeconds(12);

    /// <summary>
    /// Appends the new part of <paramref name="right"/>. Changes only the end of <paramref name="left"/>.
    /// </summary>
    /// <param name="left">Ordered by time.</param>
    /// <param name="right">Ordered by time.</param>
    public void Join(List<SpokenPhrase> left, IReadOnlyList<SpokenPhrase> right)
    {
        if (OverlapEnd <= OverlapStart || left.Count == 0 || right.Count == 0)
        {
            left.AddRange(right);
            return;
        }

        var first = left.FindIndex(phrase => phrase.End > OverlapStart - SpreadSlack);
        first = first < 0 ? left.Count : first;
        var rest = right.TakeWhile(phrase => phrase.Start < OverlapEnd + SpreadSlack).Count();
        List<Token> ours = [.. left.Skip(first).SelectMany(Tokens.From)];
        List<Token> theirs = [.. right.Take(rest).SelectMany(Tokens.From)];
        left.RemoveRange(first, left.Count - first);
        left.AddRange(Tokens.Join(Joined(ours, theirs)));
        left.AddRange(right.Skip(rest));
    }

    private List<Token> Joined(List<Token> left, List<Token> right)
    {
        var timed = left.Concat(right).All(token => token.IsTimed);
        var slack = timed ? TimedSlack : SpreadSlack;
        var reach = timed && (OverlapEnd - OverlapStart) / 2 < TimedReach ? (OverlapEnd - OverlapStart) / 2
            : timed ? TimedReach : SpreadReach;
        var from = left.FindIndex(token => token.End > OverlapStart - slack);
        from = from < 0 ? left.Count : Math.Max(from, left.Count - MostTokens);
        var to = Math.Min(right.FindLastIndex(token => token.Start < OverlapEnd + slack) + 1, MostTokens);
        var (ours, theirs) = (left[from..], right[..to]);
        var pairs = Alignment.Of(ours, theirs, timed, reach);
        return [.. left[..from], .. Decided(ours, theirs, pairs, timed), .. right[to..]];
    }

    private List<Token> Decided(
        List<Token> left, List<Token> right, IReadOnlyList<(int Left, int Right)> pairs, bool timed)
    {
        var owned = pairs.Count(pair => (left[pair.Left].Middle + right[pair.Right].Middle) / 2 < Cut);
        var (lastLeft, lastRight) = owned > 0 ? pairs[owned - 1] : (-1, -1);
        var (nextLeft, nextRight) = owned < pairs.Count ? pairs[owned] : (left.Count, right.Count);
        var leftBetween = left[(lastLeft + 1)..nextLeft];
        var rightBetween = right[(lastRight + 1)..nextRight];
        if (timed)
        {
            leftBetween.RemoveAll(token => token.Middle >= Cut);
            rightBetween.RemoveAll(token => token.Middle < Cut);
        }
        else if (pairs.Count > 0 && leftBetween.Count > 0 && rightBetween.Count > 0)
        {
            // Two versions of the same words: the side that does not start or end within them wins.
            (owned == pairs.Count ? leftBetween : rightBetween).Clear();
        }

        return [.. left[..(lastLeft + 1)], .. leftBetween, .. rightBetween, .. right[nextRight..]];
    }
}
