namespace Yttl.Core.Speech.Stitching;

/// <summary>Matches the words of two transcripts of the same seconds.</summary>
internal static class Alignment
{
    /// <summary>
    /// Returns non-crossing pairs in order, with the greatest total score. Words with times match where they are equal
    /// at about the same time, or are at the same time. The score falls so steeply with the distance that one shifted
    /// match never outweighs two, which keeps refrains. Words without times match where they are equal, in the longest
    /// common runs.
    /// </summary>
    /// <param name="reach">The largest difference of the times of the same word.</param>
    public static IReadOnlyList<(int Left, int Right)> Of(
        IReadOnlyList<Token> left, IReadOnlyList<Token> right, bool timed, TimeSpan reach)
    {
        var best = new double[left.Count + 1, right.Count + 1];
        var paired = new double[left.Count + 1, right.Count + 1];
        for (var i = 1; i <= left.Count; i++)
        {
            for (var j = 1; j <= right.Count; j++)
            {
                paired[i, j] = double.NegativeInfinity;
                var score = Score(left[i - 1], right[j - 1], timed, reach);
                if (score > 0)
                    paired[i, j] = score + Math.Max(best[i - 1, j - 1],
                        i > 1 && j > 1 && !timed ? paired[i - 1, j - 1] + RunBonus : 0);
                best[i, j] = Math.Max(paired[i, j], Math.Max(best[i - 1, j], best[i, j - 1]));
            }
        }

        var pairs = Trace(left, right, best, paired, timed, reach);
        return timed ? pairs : WithoutChance(pairs, left.Count);
    }

    /// <summary>
    /// Drops chance matches. The common words of an overlap end the left transcript and begin the right one. A match of
    /// one or two words elsewhere is any "the".
    /// </summary>
    private static List<(int Left, int Right)> WithoutChance(List<(int Left, int Right)> pairs, int leftCount)
    {
        var sure = new List<(int Left, int Right)>();
        for (int first = 0, i = 1; i <= pairs.Count; i++)
        {
            if (i < pairs.Count && pairs[i] == (pairs[i - 1].Left + 1, pairs[i - 1].Right + 1))
                continue;
            if (i - first >= SureRun || (pairs[i - 1].Left >= leftCount - SureRun && pairs[first].Right < SureRun))
                sure.AddRange(pairs[first..i]);
            first = i;
        }

        return sure;
    }

    // A run of common words is stronger evidence than the same words apart.
    private const double RunBonus = 0.5;

    private const double Spread = 0.25;

    private const int SureRun = 3;

    private static List<(int Left, int Right)> Trace(
        IReadOnlyList<Token> left, IReadOnlyList<Token> right, double[,] best, double[,] paired, bool timed,
        TimeSpan reach)
    {
        var pairs = new List<(int Left, int Right)>();
        var inRun = false;
        for (int i = left.Count, j = right.Count; i > 0 && j > 0;)
        {
            if (inRun || paired[i, j] >= Math.Max(best[i - 1, j], best[i, j - 1]))
            {
                if (double.IsNegativeInfinity(paired[i, j]))
                    break;
                pairs.Add((i - 1, j - 1));
                var before = paired[i, j] - Score(left[i - 1], right[j - 1], timed, reach);
                inRun = !timed && i > 1 && j > 1 && before > best[i - 1, j - 1] + 1e-9;
                (i, j) = (i - 1, j - 1);
            }
            else if (best[i - 1, j] >= best[i, j - 1])
                i--;
            else
                j--;
        }

        pairs.Reverse();
        return pairs;
    }

    private static double Score(Token left, Token right, bool timed, TimeSpan reach)
    {
        var apart = (left.Middle - right.Middle).Duration();
        if (apart > reach)
            return 0;
        if (left.Plain != right.Plain || left.Plain.Length == 0)
            return timed && IsInside(left.Middle, right) && IsInside(right.Middle, left) ? 0.005 : 0;
        if (!timed)
            return 1 + 0.2 * (1 - apart / reach);
        return Math.Exp(-Math.Pow(apart.TotalSeconds / Spread, 2)) + 0.01;
    }

    private static bool IsInside(TimeSpan time, Token token) => token.Start <= time && time < token.End;
}
