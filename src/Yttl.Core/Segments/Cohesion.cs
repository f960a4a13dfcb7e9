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
    /// <param name="left">Used here, with any content.</param>
    /// <param name="right">As <paramref name="left"/>.</param>
    public static Cohesion Across(int[]?[] sentences, int from, int at, int to, TermCounts left, TermCounts right)
    {
        left.Clear();
        right.Clear();
        var (first, last) = (at, at);
        while (first > from && left.Total < TermsPerSide)
            left.Add(sentences[--first]!);
        while (last < to && right.Total < TermsPerSide)
            right.Add(sentences[last++]!);
        var dot = left.Dot(right);
        return new Cohesion(
            dot == 0 ? 0 : dot / Math.Sqrt(left.Dot(left) * right.Dot(right)),
            first, last, left.Total >= TermsPerSide && right.Total >= TermsPerSide);
    }

    /// <summary>Whether a longer or shorter text around it has the same value.</summary>
    public bool IsWithin(int from, int to) => IsFull && from <= From && To <= to;
}

/// <summary>How often terms come in a text, by their numbers.</summary>
internal sealed class TermCounts
{
    private readonly List<int> _terms = [];
    private double[] _counts = new double[256];

    /// <summary>With repeats.</summary>
    public int Total { get; private set; }

    public void Add(ReadOnlySpan<int> terms)
    {
        foreach (var term in terms)
        {
            if (term >= _counts.Length)
                Array.Resize(ref _counts, Math.Max(term + 1, 2 * _counts.Length));
            if (_counts[term]++ == 0)
                _terms.Add(term);
        }

        Total += terms.Length;
    }

    /// <summary>The sum of the products of both counts of each term.</summary>
    public double Dot(TermCounts other)
    {
        var sum = 0.0;
        foreach (var term in _terms)
            if (term < other._counts.Length)
                sum += _counts[term] * other._counts[term];
        return sum;
    }

    public void Clear()
    {
        foreach (var term in _terms)
            _counts[term] = 0;
        _terms.Clear();
        Total = 0;
    }
}
