namespace Yttl.Core.Speech.Stitching;

/// <summary>The words that two adjacent transcripts share: the end of the left one and the start of the right one.</summary>
/// <param name="Pairs">The two places of each shared word, in order. Empty where none is shared for certain.</param>
/// <param name="IsAmbiguous">Whether more words could be shared: they then stay in both.</param>
internal sealed record Overlap(IReadOnlyList<(int Left, int Right)> Pairs, bool IsAmbiguous)
{
    /// <summary>The largest error of a recogniser's times.</summary>
    public static readonly TimeSpan Error = TimeSpan.FromSeconds(0.4);

    // Fast speech has 5 to 6 words or 8 syllables a second.
    private const double MostTokensPerSecond = 12;

    // A chance of one in a million that the words are others, which only resemble these.
    private const double SureBits = 20;

    // Enough where times say that some words are shared.
    private const double EnoughBits = 4;

    // One word that occurs nowhere else. Enough where both recognised it at the same time.
    private const double RareBits = 6.2;

    private static readonly TimeSpan SameTime = TimeSpan.FromSeconds(0.15);

    // At most so many words at the end of the left and the start of the right are halves of words, cut by the audio's
    // end.
    private const int MostBroken = 2;
    private const int LongestDifference = 3;

    private const double PenaltyBits = 4;

    /// <summary>
    /// Aligns the end of <paramref name="left"/> with the start of <paramref name="right"/>. Both heard the same
    /// seconds, so the shared words run from the right's first word to the left's last.
    /// </summary>
    /// <remarks>
    /// In a text that resembles itself several overlaps fit. The shortest is taken, unless a longer one explains words
    /// that are too many and too rare to be there twice by chance. So a word may stay twice, but none is lost.
    /// </remarks>
    public static Overlap Find(Seam seam, IReadOnlyList<Token> left, IReadOnlyList<Token> right)
    {
        var most = 2 * MostBroken + (int)((seam.Length + 2 * Error).TotalSeconds * MostTokensPerSecond);
        var from = Math.Max(0, left.Count - most);
        var table = new Table(seam, left, right, from, Math.Min(right.Count, most));
        var mustShare = seam.HasTimes && left[^1].Window.End - 2 * Error >= right[0].Window.Start;
        var (shorter, others) = (0.0, mustShare);
        Path? chosen = null;
        Path? last = null;
        for (var start = left.Count - 1; start >= from; start--)
        {
            if (table.Best(start) is not { Bits: > 0 } path || !IsPossible(seam, path, left, right))
                continue;
            var extends = last is not null && path.Pairs.Contains(last.Pairs[0]);
            if (last is not null && !extends)
                shorter = Math.Max(shorter, last.Bits);
            var needed = shorter > 0 ? shorter + SureBits
                : mustShare ? EnoughBits
                : IsSimultaneous(path, left, right) ? RareBits : SureBits;
            last = extends && path.Bits < last!.Bits ? last : path;
            if (last.Bits >= needed)
                (chosen, others) = (last, false);
            else if (!extends)
                others = true;
        }

        return new Overlap(chosen?.Pairs ?? [], others);
    }

    /// <summary>
    /// Returns whether no word is left out that both must have heard: of the left, those after the right's first; of
    /// the right, those before the left's last.
    /// </summary>
    private static bool IsPossible(Seam seam, Path path, IReadOnlyList<Token> left, IReadOnlyList<Token> right)
    {
        if (!seam.HasTimes)
            return true;
        var (first, last) = (path.Pairs[0], path.Pairs[^1]);
        var before = first.Left - first.Right - 1;
        var after = last.Right + (left.Count - last.Left);
        return (before < 0 || left[before].Window.Start - 2 * Error < right[0].Window.Start)
            && (after >= right.Count || right[after].Window.End + 2 * Error > left[^1].Window.End);
    }

    private static bool IsSimultaneous(Path path, IReadOnlyList<Token> left, IReadOnlyList<Token> right) =>
        path.Pairs.All(pair => left[pair.Left].IsTimed && right[pair.Right].IsTimed
            && (left[pair.Left].Middle - right[pair.Right].Middle).Duration() <= SameTime);

    private sealed record Path(double Bits, IReadOnlyList<(int Left, int Right)> Pairs);

    /// <summary>The best alignments from every pair of equal words to the end of the left text.</summary>
    private sealed class Table
    {
        private readonly double[,] _bits;
        private readonly (int Left, int Right)[,] _next;
        private readonly int _from;
        private readonly int _to;

        public Table(Seam seam, IReadOnlyList<Token> left, IReadOnlyList<Token> right, int from, int to)
        {
            (_from, _to) = (from, to);
            _bits = new double[left.Count - from, to];
            _next = new (int, int)[left.Count - from, to];
            var worth = Surprisal.Bits(left, right, to);
            for (var j = to - 1; j >= 0; j--)
            {
                for (var i = left.Count - 1; i >= from; i--)
                {
                    _bits[i - from, j] = double.NegativeInfinity;
                    if (seam.CanBeSame(left[i], right[j]))
                        Extend(i, j, worth[j], left.Count);
                }
            }
        }

        public Path? Best(int start)
        {
            var best = Enumerable.Range(0, Math.Min(MostBroken + 1, _to))
                .MaxBy(right => _bits[start - _from, right] - PenaltyBits * right);
            var bits = _bits[start - _from, best] - PenaltyBits * best;
            if (double.IsNegativeInfinity(bits))
                return null;
            var pairs = new List<(int Left, int Right)>();
            for (var at = (Left: start, Right: best); at.Left >= 0; at = _next[at.Left - _from, at.Right])
                pairs.Add(at);
            return new Path(bits, pairs);
        }

        private void Extend(int i, int j, double worth, int leftCount)
        {
            var rest = leftCount - 1 - i;
            var best = rest <= MostBroken ? -PenaltyBits * rest : double.NegativeInfinity;
            _next[i - _from, j] = (-1, -1);
            for (var skipLeft = 0; skipLeft <= LongestDifference && i + 1 + skipLeft < leftCount; skipLeft++)
            {
                for (var skipRight = 0; skipRight <= LongestDifference && j + 1 + skipRight < _to; skipRight++)
                {
                    var (next, after) = (i + 1 + skipLeft, j + 1 + skipRight);
                    var bits = _bits[next - _from, after] - PenaltyBits * Math.Max(skipLeft, skipRight);
                    if (bits > best)
                        (best, _next[i - _from, j]) = (bits, (next, after));
                }
            }

            _bits[i - _from, j] = worth + best;
        }
    }
}
