namespace Yttl.Core.Segments;

/// <summary>
/// How alike the words on both sides of a boundary are, as TextTiling measures it: where the topic changes, so do the
/// words.
/// </summary>
/// <seealso href="https://aclanthology.org/J97-1003/">Hearst, "TextTiling" (Computational Linguistics 23, 1997)</seealso>
internal static class Cohesion
{
    /// <summary>The terms that are compared on each side, about a minute of speech.</summary>
    private const int TermsPerSide = 60;

    /// <param name="sentences">The terms of each sentence, with repeats.</param>
    /// <param name="from">The first sentence that counts.</param>
    /// <param name="to">The sentence after the last one that counts.</param>
    /// <returns>The cosine of both sides, from 0 for nothing in common to 1.</returns>
    public static double Across(IReadOnlyList<int[]> sentences, int from, int at, int to)
    {
        var left = new Dictionary<int, double>();
        var right = new Dictionary<int, double>();
        for (int i = at - 1, onLeft = 0; i >= from && onLeft < TermsPerSide; onLeft += sentences[i].Length, i--)
            Count(left, sentences[i]);
        for (int i = at, onRight = 0; i < to && onRight < TermsPerSide; onRight += sentences[i].Length, i++)
            Count(right, sentences[i]);
        var dot = left.Sum(term => term.Value * right.GetValueOrDefault(term.Key));
        return dot == 0 ? 0 : dot / Math.Sqrt(Square(left) * Square(right));
    }

    private static void Count(Dictionary<int, double> terms, int[] sentence)
    {
        foreach (var term in sentence)
            terms[term] = terms.GetValueOrDefault(term) + 1;
    }

    private static double Square(Dictionary<int, double> terms) => terms.Values.Sum(count => count * count);
}
