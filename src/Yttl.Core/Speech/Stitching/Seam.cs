using Yttl.Core.Time;

namespace Yttl.Core.Speech.Stitching;

/// <summary>The boundary between the transcripts of two adjacent chunks.</summary>
/// <remarks>
/// Both chunks contain the seconds around the cut, so words there occur twice, at slightly different times or, where the
/// recogniser gives no times of words, at unknown ones. They are found by their order and their text
/// (<see cref="Overlap"/>) and kept once. What is not found twice stays, unless its times say that the other side heard
/// those seconds in full.
/// </remarks>
/// <param name="Left">The left chunk's audio with its margin.</param>
/// <param name="Right">The right chunk's audio with its margin.</param>
/// <param name="Cut">The end of the left chunk's core and the start of the right one's.</param>
/// <param name="HasTimes">Whether the recogniser gave times. Otherwise they are estimates, and bound nothing.</param>
internal sealed record Seam(TimeRange Left, TimeRange Right, TimeSpan Cut, bool HasTimes)
{
    // Enough text to know which words are common in it.
    private const int MostTokens = 400;

    /// <summary>The length of the audio that both sides contain. Not positive: none.</summary>
    public TimeSpan Length => Left.End - Right.Start;

    /// <summary>
    /// Appends the new part of <paramref name="right"/>. Changes only the end of <paramref name="left"/>.
    /// </summary>
    /// <param name="left">Ordered by time.</param>
    /// <param name="right">Ordered by time.</param>
    /// <returns>Whether words may stand twice, because the two texts fit in more than one way.</returns>
    public bool Join(List<SpokenPhrase> left, IReadOnlyList<SpokenPhrase> right)
    {
        if (Length <= TimeSpan.Zero || left.Count == 0 || right.Count == 0)
        {
            left.AddRange(right);
            return false;
        }

        List<Token> ours = [];
        var first = left.Count;
        while (first > 0 && ours.Count < MostTokens && left[first - 1].End >= Left.Start)
            ours.InsertRange(0, Tokens.From(left[--first]));
        List<Token> theirs = [];
        var rest = 0;
        while (rest < right.Count && theirs.Count < MostTokens)
            theirs.AddRange(Tokens.From(right[rest++]));
        if (ours.Count == 0)
        {
            left.AddRange(right);
            return false;
        }

        var overlap = Overlap.Find(this, ours, theirs);
        left.RemoveRange(first, left.Count - first);
        left.AddRange(Tokens.Join(Joined(ours, theirs, overlap.Pairs)));
        left.AddRange(right.Skip(rest));
        return overlap.IsAmbiguous;
    }

    /// <summary>
    /// Returns whether the two can be the same word: equal, and said at the same time as far as times are known, when
    /// both sides were listening.
    /// </summary>
    public bool CanBeSame(Token left, Token right) => left.Plain == right.Plain && left.Plain.Length > 0
        && (!HasTimes
            || (left.Window.End + Overlap.Error >= Right.Start && right.Window.Start - Overlap.Error <= Left.End
                && left.Window.Start - Overlap.Error <= right.Window.End + Overlap.Error
                && right.Window.Start - Overlap.Error <= left.Window.End + Overlap.Error));

    private List<Token> Joined(List<Token> left, List<Token> right, IReadOnlyList<(int Left, int Right)> pairs)
    {
        if (pairs.Count == 0)
            return [.. left.Where(token => !IsRights(token, right)), .. right.Where(token => !IsLefts(token, left))];
        var owned = pairs.Count(pair => (left[pair.Left].Middle + right[pair.Right].Middle) / 2 < Cut);
        List<Token> joined = [.. left[..pairs[0].Left]];
        for (var i = 0; i < pairs.Count; i++)
        {
            var (atLeft, atRight) = pairs[i];
            joined.Add(i < owned ? left[atLeft] : right[atRight]);
            if (i + 1 == pairs.Count)
                break;
            // Two versions of the same words, or words that only one side heard.
            var ours = left[(atLeft + 1)..pairs[i + 1].Left];
            var theirs = right[(atRight + 1)..pairs[i + 1].Right];
            joined.AddRange(theirs.Count == 0 || (i + 1 < owned && ours.Count > 0) ? ours : theirs);
        }

        return [.. joined, .. right[(pairs[^1].Right + 1)..]];
    }

    /// <summary>Returns whether a word of the left is surely after the cut, where the right listened already.</summary>
    private bool IsRights(Token token, List<Token> right) => HasTimes
        && token.Window.Start - Overlap.Error >= Cut
        && token.Window.Start - 2 * Overlap.Error >= right[0].Window.Start;

    private bool IsLefts(Token token, List<Token> left) => HasTimes
        && token.Window.End + Overlap.Error < Cut
        && token.Window.End + 2 * Overlap.Error <= left[^1].Window.End;
}
