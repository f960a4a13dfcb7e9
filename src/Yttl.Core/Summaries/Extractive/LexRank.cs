namespace Yttl.Core.Summaries.Extractive;

/// <summary>
/// Rates how central each sentence is, by the stationary distribution of a walk from sentence to similar sentence.
/// Continuous LexRank, Erkan and Radev 2004, https://doi.org/10.1613/jair.1523; damping and threshold from the same
/// paper.
/// </summary>
internal static class LexRank
{
    // The walk costs the square of the number of sentences, so longer texts are ranked in separate blocks of this size.
    private const int Block = 250;
    private const double Damping = 0.85;
    private const double LeastSimilarity = 0.1;
    private const double Converged = 1e-6;
    private const int MostRounds = 100;

    /// <returns>From 0 to 1 per sentence; 1 for the most central of its block.</returns>
    public static double[] Scores(IReadOnlyList<SentenceVector> vectors)
    {
        var scores = new double[vectors.Count];
        for (var start = 0; start < vectors.Count; start += Block)
        {
            var block = vectors.Skip(start).Take(Block).ToList();
            var ranks = Ranks(block);
            var best = ranks.Max();
            for (var i = 0; i < ranks.Length; i++)
                scores[start + i] = ranks[i] / best;
        }

        return scores;
    }

    private static double[] Ranks(List<SentenceVector> vectors)
    {
        var count = vectors.Count;
        var steps = Steps(vectors);
        var ranks = Enumerable.Repeat(1.0 / count, count).ToArray();
        for (var round = 0; round < MostRounds; round++)
        {
            // A sentence without similar ones passes its rank to all alike.
            var alone = 0.0;
            var next = new double[count];
            for (var i = 0; i < count; i++)
            {
                if (steps[i].Length == 0)
                    alone += ranks[i];
                foreach (var (to, share) in steps[i])
                    next[to] += ranks[i] * share;
            }

            var change = 0.0;
            for (var i = 0; i < count; i++)
            {
                next[i] = (1 - Damping) / count + Damping * (next[i] + alone / count);
                change += Math.Abs(next[i] - ranks[i]);
            }

            ranks = next;
            if (change < Converged)
                break;
        }

        return ranks;
    }

    // The targets of the walk from each sentence, with their shares.
    private static (int To, double Share)[][] Steps(List<SentenceVector> vectors)
    {
        var edges = new List<(int To, double Weight)>[vectors.Count];
        for (var i = 0; i < edges.Length; i++)
            edges[i] = [];
        for (var i = 0; i < edges.Length; i++)
            for (var j = i + 1; j < edges.Length; j++)
                if (vectors[i].Similarity(vectors[j]) is >= LeastSimilarity and var similarity)
                {
                    edges[i].Add((j, similarity));
                    edges[j].Add((i, similarity));
                }

        return [.. edges.Select(from =>
        {
            var sum = from.Sum(edge => edge.Weight);
            return from.Select(edge => (edge.To, edge.Weight / sum)).ToArray();
        })];
    }
}
