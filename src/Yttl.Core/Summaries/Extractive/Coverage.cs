namespace Yttl.Core.Summaries.Extractive;

/// <param name="Terms">Each once, in ascending order.</param>
/// <param name="Words">Its length.</param>
/// <param name="Worth">
/// How well it stands in a summary, above zero; a term that it covers counts by this. See <see cref="SentenceWorth"/>.
/// </param>
/// <param name="Stratum">Which part of the text it is from.</param>
/// <param name="Sentence">Which sentence it is, or a part of: of one sentence at most one candidate is chosen.</param>
internal readonly record struct Candidate(int[] Terms, int Words, double Worth, int Stratum, int Sentence);

/// <summary>
/// Chooses the sentences that together cover most of what is said: weighted coverage of terms, which is monotone and
/// submodular, by the greedy algorithm with gain divided by cost; Lin and Bilmes, "A Class of Submodular Functions for
/// Document Summarization" (ACL 2011), https://aclanthology.org/P11-1052/. Gains only fall, so a heap finds the best
/// without computing all of them again (lazy evaluation; Minoux 1978).
/// </summary>
internal static class Coverage
{
    // Lin and Bilmes divide by a power of the length between 0 and 1. Each sentence costs the reader more than its words.
    private const double CostPower = 0.8;
    private const int CostOfSentence = 4;

    /// <summary>A second sentence from the same part of the text gains this much of what it would.</summary>
    private const double FromSameStratum = 0.75;

    /// <summary>Two sentences of which one has this much of the other's terms say the same.</summary>
    private const double Same = 0.6;

    /// <summary>A budget filled this much is not searched for a short sentence that still fits.</summary>
    private const double Full = 0.85;

    /// <param name="weights">The worth of each term.</param>
    /// <returns>
    /// Indices in ascending order: at least one where there is a candidate; fewer than would fit where the others only repeat.
    /// </returns>
    public static IReadOnlyList<int> Choose(IReadOnlyList<Candidate> candidates, double[] weights, SummaryBudget budget)
    {
        var covered = new double[weights.Length];
        var taken = new Dictionary<int, int>();
        var chosen = new List<int>();
        var words = 0;
        var queue = new PriorityQueue<int, (double, int)>(
            Enumerable.Range(0, candidates.Count).Select(i => (i, (-Gain(i), i))));
        while (chosen.Count < budget.Sentences && (chosen.Count == 0 || words < Full * budget.Words)
            && queue.TryDequeue(out var i, out var then))
        {
            var gain = (-Gain(i), i);
            if (gain.CompareTo(then) > 0 && queue.TryPeek(out _, out var next) && gain.CompareTo(next) > 0)
                queue.Enqueue(i, gain);
            else if (chosen.Count == 0 || words + candidates[i].Words <= budget.Words
                && gain.Item1 < 0 && !chosen.Any(other => AreSame(i, other)))
                Take(i);
        }

        chosen.Sort();
        return chosen;

        double Gain(int i)
        {
            var candidate = candidates[i];
            var gain = 0.0;
            foreach (var term in candidate.Terms)
                gain += weights[term] * Math.Max(0, candidate.Worth - covered[term]);
            return gain / Math.Pow(candidate.Words + CostOfSentence, CostPower)
                * Math.Pow(FromSameStratum, taken.GetValueOrDefault(candidate.Stratum));
        }

        void Take(int i)
        {
            chosen.Add(i);
            words += candidates[i].Words;
            taken[candidates[i].Stratum] = taken.GetValueOrDefault(candidates[i].Stratum) + 1;
            foreach (var term in candidates[i].Terms)
                covered[term] = Math.Max(covered[term], candidates[i].Worth);
        }

        bool AreSame(int i, int other)
        {
            if (candidates[i].Sentence == candidates[other].Sentence)
                return true;
            var (one, two) = (candidates[i].Terms, candidates[other].Terms);
            var shared = 0;
            for (int a = 0, b = 0; a < one.Length && b < two.Length;)
            {
                shared += one[a] == two[b] ? 1 : 0;
                var order = one[a].CompareTo(two[b]);
                a += order <= 0 ? 1 : 0;
                b += order >= 0 ? 1 : 0;
            }

            return shared >= Same * Math.Min(one.Length, two.Length);
        }
    }
}
