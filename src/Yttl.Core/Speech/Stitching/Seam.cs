namespace Yttl.Core.Speech.Stitching;

/// <summary>Where one chunk's answer ends and the next one's begins.</summary>
/// <remarks>
/// Both heard the seconds around the cut, so a word there comes twice, at times that differ a little: each side deciding
/// by its own times would lose some and double others. So words are aligned first, and one decision is taken for both
/// readings of a word: it is the left chunk's when the middle of its two times lies before the cut. What only one side
/// heard is decided by its own middle, or, where there are no times of words, by its place among the words in common.
/// </remarks>
/// <param name="HeardStart">From where the right chunk heard.</param>
/// <param name="Cut">Where the core of the left ends and that of the right begins.</param>
/// <param name="HeardEnd">Up to where the left chunk heard.</param>
internal sealed record Seam(TimeSpan HeardStart, TimeSpan Cut, TimeSpan HeardEnd)
{
    // Alignment takes the product of both sides in memory; a margin of seconds holds far fewer words.
    private const int MostTokens = 400;

    private static readonly TimeSpan TimedSlack = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan TimedReach = TimeSpan.FromSeconds(1.2);
    private static readonly TimeSpan SpreadSlack = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan SpreadReach = TimeSpan.FromSeconds(12);

    /// <summary>Appends what is new in <paramref name="right"/>; changes only the end of <paramref name="left"/>.</summary>
    /// <param name="left">Ordered by time.</param>
    /// <param name="right">Ordered by time.</param>
    public void Join(List<SpokenPhrase> left, IReadOnlyList<SpokenPhrase> right)
    {
        if (HeardEnd <= HeardStart || left.Count == 0 || right.Count == 0)
        {
            left.AddRange(right);
            return;
        }

        var first = left.FindIndex(phrase => phrase.End > HeardStart - SpreadSlack);
        first = first < 0 ? left.Count : first;
        var rest = right.TakeWhile(phrase => phrase.Start < HeardEnd + SpreadSlack).Count();
        List<Token> ours = [.. left.Skip(first).SelectMany(Tokens.Of)];
        List<Token> theirs = [.. right.Take(rest).SelectMany(Tokens.Of)];
        left.RemoveRange(first, left.Count - first);
        left.AddRange(Tokens.Join(Joined(ours, theirs)));
        left.AddRange(right.Skip(rest));
    }

    private List<Token> Joined(List<Token> left, List<Token> right)
    {
        var timed = left.Concat(right).All(token => token.IsTimed);
        var slack = timed ? TimedSlack : SpreadSlack;
        var reach = timed && (HeardEnd - HeardStart) / 2 < TimedReach ? (HeardEnd - HeardStart) / 2
            : timed ? TimedReach : SpreadReach;
        var from = left.FindIndex(token => token.End > HeardStart - slack);
        from = from < 0 ? left.Count : Math.Max(from, left.Count - MostTokens);
        var to = Math.Min(right.FindLastIndex(token => token.Start < HeardEnd + slack) + 1, MostTokens);
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
            // Two readings of the same: that of the side which did not begin or end in the middle of it.
            (owned == pairs.Count ? leftBetween : rightBetween).Clear();
        }

        return [.. left[..(lastLeft + 1)], .. leftBetween, .. rightBetween, .. right[nextRight..]];
    }
}
