using System.Runtime.InteropServices;

namespace Yttl.Core.Segments;

/// <summary>
/// How alike the words on both sides of a boundary are, as TextTiling measures it: where the topic changes, so do the
/// words.
/// </summary>
/// <seealso href="https://aclanthology.org/J97-1003/">Hearst, "TextTiling" (Computational Linguistics 23, 1997)</seealso>
/// <param name="Value">The cosine of both sides, from 0 for nothing in common to 1.</param>
/// <param name="From">The first sentence that was compared.</param>
/// <param name="To">The sentence after the last one that was compared.</param>
/// <param name="IsFull">Whether both sides have as many terms as are compared at most.</param>
internal readonly record struct Cohesion(double Value, int From, int To, bool IsFull)
{
    /// <summary>The terms that are compared on each side, about a minute of speech.</summary>
    private const int TermsPerSide = 60;

    /// <param name="sentences">The terms of each sentence, with repeats.</param>
    /// <param name="from">The first sentence that counts.</param>
    /// <param name="to">The sentence after the last one that counts.</param>
    public static Cohesion Across(int[]?[] sentences, int from, int at, int to)
    {
        var left = new Dictionary<int, double>();
        var right = new Dictionary<int, double>();
        var (first, onLeft) = (at, 0);
        while (first > from && onLeft < TermsPerSide)
            onLeft += Count(left, sentences[--first]!);
        var (last, onRight) = (at, 0);
        while (last < to && onRight < TermsPerSide)
            onRight += Count(right, sentences[last++]!);
        var dot = left.Sum(term => term.Value * right.GetValueOrDefault(term.Key));
        return new Cohesion(
            dot == 0 ? 0 : dot / Math.Sqrt(Square(left) * Square(right)),
            first, last, onLeft >= TermsPerSide && onRight >= TermsPerSide);
    }

    /// <summary>Whether a longer or shorter text around it has the same value.</summary>
    public bool IsWithin(int from, int to) => IsFull && from <= From && To <= to;

    private static int Count(Dictionary<int, double> terms, int[] sentence)
    {
        foreach (var term in sentence)
            CollectionsMarshal.GetValueRefOrAddDefault(terms, term, out _)++;
        return sentence.Length;
    }

    private static double Square(Dictionary<int, double> terms) => terms.Values.Sum(count => count * count);
}
