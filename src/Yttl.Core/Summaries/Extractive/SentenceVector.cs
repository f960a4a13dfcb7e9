using System.Collections.Frozen;
using Yttl.Core.Text;

namespace Yttl.Core.Summaries.Extractive;

/// <summary>
/// A sentence as weighted terms in ascending order, normalised to length 1. Empty where it has only stop words.
/// </summary>
internal sealed record SentenceVector(int[] Terms, double[] Weights)
{
    /// <summary>
    /// Returns the cosine of the angle between two sentences: 0 for nothing in common, 1 for the same words.
    /// </summary>
    public double Similarity(SentenceVector other)
    {
        var sum = 0.0;
        for (int i = 0, j = 0; i < Terms.Length && j < other.Terms.Length;)
        {
            if (Terms[i] == other.Terms[j])
                sum += Weights[i++] * other.Weights[j++];
            else if (Terms[i] < other.Terms[j])
                i++;
            else
                j++;
        }

        return Math.Min(1, sum);
    }

    /// <summary>
    /// Weights terms by frequency times inverse document frequency, where a document is a sentence, and normalises
    /// them.
    /// </summary>
    public static IReadOnlyList<SentenceVector> From(IReadOnlyList<string> sentences, FrozenSet<string> stopWords)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var counts = sentences.Select(sentence => Count(Words.Terms(sentence, stopWords), ids)).ToList();
        var inSentences = new int[ids.Count];
        foreach (var term in counts.SelectMany(count => count.Keys))
            inSentences[term]++;
        return counts.ConvertAll(count => Vector(count, inSentences, sentences.Count));
    }

    private static SortedDictionary<int, int> Count(IEnumerable<string> terms, Dictionary<string, int> ids)
    {
        var counts = new SortedDictionary<int, int>();
        foreach (var term in terms)
        {
            if (!ids.TryGetValue(term, out var id))
                ids[term] = id = ids.Count;
            counts[id] = counts.GetValueOrDefault(id) + 1;
        }

        return counts;
    }

    private static SentenceVector Vector(SortedDictionary<int, int> counts, int[] inSentences, int sentences)
    {
        var weights = counts
            .Select(count => count.Value * Math.Log(1 + (double)sentences / inSentences[count.Key])).ToArray();
        var length = Math.Sqrt(weights.Sum(weight => weight * weight));
        return new SentenceVector([.. counts.Keys], [.. weights.Select(weight => weight / length)]);
    }
}
