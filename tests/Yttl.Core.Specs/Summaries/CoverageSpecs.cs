using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Extractive;

namespace Yttl.Core.Specs.Summaries;

public sealed class CoverageSpecs
{
    private const int Terms = 12;

    private static readonly Gen<Candidate> Candidates =
        from terms in Gen.Choose(0, Terms - 1).ListOf()
        from words in Gen.Choose(1, 30)
        from worth in Gen.Choose(1, 12)
        from stratum in Gen.Choose(0, 3)
        from sentence in Gen.Choose(0, 9)
        select new Candidate([.. terms.Distinct().Order()], words, worth / 10.0, stratum, sentence);

    [Fact]
    public void The_next_is_always_the_one_with_the_most_gain_for_its_cost() => Check.QuickThrowOnFailure(Prop.ForAll(
        Candidates.ListOf().ToArbitrary(), Gen.Choose(1, 5).ToArbitrary(), (candidates, most) =>
            Coverage.Choose([.. candidates], Weights, new SummaryBudget(60, most))
                .SequenceEqual(Slowly([.. candidates], new SummaryBudget(60, most)))));

    [Fact]
    public void One_that_repeats_what_is_covered_is_not_chosen_even_where_there_is_room() =>
        Coverage.Choose(
            [new([1, 2, 3], 5, 1, 0, 0), new([1, 2, 3], 5, 0.9, 1, 1), new([4], 5, 1, 2, 2)], Weights, new SummaryBudget(100, 5))
            .ShouldBe([0, 2]);

    [Fact]
    public void Of_a_sentence_and_its_clauses_one_is_chosen() =>
        Coverage.Choose([new([1, 2], 9, 1, 0, 0), new([1], 4, 1, 0, 0), new([2], 4, 1, 0, 0)], Weights, new SummaryBudget(100, 5))
            .Count.ShouldBe(1);

    [Fact]
    public void A_million_sentences_are_chosen_from_without_comparing_them_all()
    {
        var candidates = Enumerable.Range(0, 1_000_000)
            .Select(i => new Candidate([i % Terms], 1 + i % 20, 1, i / 100_000, i)).ToList();

        Coverage.Choose(candidates, Weights, new SummaryBudget(200, 10)).Count.ShouldBe(10);
    }

    private static double[] Weights => [.. Enumerable.Range(1, Terms).Select(term => Math.Log(1 + term))];

    /// <summary>The greedy algorithm without a heap: every gain is computed again for every choice.</summary>
    private static IEnumerable<int> Slowly(Candidate[] candidates, SummaryBudget budget)
    {
        var chosen = new List<int>();
        var left = Enumerable.Range(0, candidates.Length).ToList();
        while (left.Count > 0 && chosen.Count < budget.Sentences
            && (chosen.Count == 0 || chosen.Sum(i => candidates[i].Words) < 0.85 * budget.Words))
        {
            var best = left.MaxBy(i => (Gain(i), -i));
            left.Remove(best);
            if (chosen.Count == 0 || chosen.Sum(i => candidates[i].Words) + candidates[best].Words <= budget.Words
                && Gain(best) > 0 && !chosen.Exists(i => AreSame(candidates[i], candidates[best])))
                chosen.Add(best);
        }

        return chosen.Order();

        double Gain(int i) => candidates[i].Terms.Sum(term => Weights[term] * Math.Max(0, candidates[i].Worth - chosen
                .Where(other => candidates[other].Terms.Contains(term)).Select(other => candidates[other].Worth).DefaultIfEmpty(0).Max()))
            / Math.Pow(candidates[i].Words + 4, 0.8) * Math.Pow(0.75, chosen.Count(other => candidates[other].Stratum == candidates[i].Stratum));
    }

    private static bool AreSame(Candidate one, Candidate other) => one.Sentence == other.Sentence
        || one.Terms.Intersect(other.Terms).Count() >= 0.6 * Math.Min(one.Terms.Length, other.Terms.Length);
}
