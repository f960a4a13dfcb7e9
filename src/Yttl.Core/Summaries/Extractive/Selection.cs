namespace Yttl.Core.Summaries.Extractive;

/// <param name="Part">The part of the text that it comes from. Parts are numbered in order from 0.</param>
internal sealed record Candidate(string Sentence, int Part);

/// <summary>
/// Chooses sentences that are central and different from each other: maximal marginal relevance, Carbonell and
/// Goldstein 1998, https://doi.org/10.1145/290941.291025.
/// </summary>
internal static class Selection
{
    private const double Relevance = 0.7;

    // Two sentences of greater similarity count as one.
    private const double Same = 0.85;

    /// <summary>
    /// Chooses the same share of the <paramref name="count"/> from every part of the text: the parts form as many
    /// strata as there are sentences to choose, so that neither the middle nor the end is lost.
    /// </summary>
    /// <returns>
    /// Indices in ascending order; fewer than <paramref name="count"/> where the other sentences only repeat.
    /// </returns>
    public static IReadOnlyList<int> Choose(
        IReadOnlyList<Candidate> candidates,
        IReadOnlyList<double> scores,
        IReadOnlyList<SentenceVector> vectors,
        int count)
    {
        var chosen = new List<int>();
        var parts = candidates.Count == 0 ? 0 : candidates[^1].Part + 1;
        var strata = Math.Min(parts, count);
        var byStratum = Enumerable.Range(0, candidates.Count)
            .ToLookup(i => (int)((long)candidates[i].Part * strata / parts));
        for (var stratum = 0; stratum < strata; stratum++)
            Take(byStratum[stratum], (stratum + 1) * count / strata - stratum * count / strata);
        // Fills the remainder of short or repetitive strata.
        Take(Enumerable.Range(0, candidates.Count), count - chosen.Count);
        chosen.Sort();
        return chosen;

        void Take(IEnumerable<int> from, int most)
        {
            var open = from.Except(chosen).ToDictionary(i => i, i => Likeness(i, chosen));
            while (most-- > 0 && open.Count > 0)
            {
                var best = open.Where(candidate => candidate.Value < Same)
                    .OrderByDescending(candidate => Worth(candidate.Key, candidate.Value))
                    .ThenBy(candidate => candidate.Key)
                    .Select(candidate => candidate.Key).DefaultIfEmpty(-1).First();
                if (best < 0)
                    return;
                chosen.Add(best);
                open.Remove(best);
                foreach (var i in open.Keys.ToList())
                    open[i] = Math.Max(open[i], vectors[i].Similarity(vectors[best]));
            }
        }

        double Worth(int i, double likeness) => Relevance * scores[i] - (1 - Relevance) * likeness;

        double Likeness(int i, List<int> others) =>
            others.Select(other => vectors[i].Similarity(vectors[other])).DefaultIfEmpty(0).Max();
    }
}
