using Yttl.Core.Languages;
using Yttl.Core.Text;

namespace Yttl.Core.Summaries.Extractive;

/// <summary>The sentences that stand for all.</summary>
internal static class Extract
{
    /// <summary>
    /// Of five minutes each quarter has its say, where it has something to say; an hour has as many parts as sentences.
    /// </summary>
    private const int LeastStrata = 4;

    /// <summary>A whole sentence is a little better than a clause of it.</summary>
    private const double ClauseWorth = 0.95;

    /// <summary>
    /// Chooses among the sentences and the clauses of each that stand alone.
    /// </summary>
    /// <param name="leastWorth">
    /// Sentences below it (<see cref="SentenceWorth"/>) are taken only where there is no other, and then one.
    /// </param>
    /// <param name="areWhole">Whether a sentence is chosen whole or not at all.</param>
    /// <returns>
    /// In their order, without openers and fillers, with the cues and times that they had. Empty where no sentence has words.
    /// </returns>
    public static IReadOnlyList<Sentence> From(
        IReadOnlyList<Sentence> sentences, LanguageTag? language, SummaryBudget budget, double leastWorth = SentenceWorth.Least,
        bool areWhole = false)
    {
        if (sentences.Count == 0)
            return [];
        var habits = SpeechHabits.Find(language);
        var terms = new TermTable(StopWords.Find(language));
        var texts = new List<(int Sentence, string Text)>(sentences.Count);
        var candidates = new List<Candidate>(sentences.Count);
        var total = sentences.Sum(sentence => (long)Words.Count(sentence.Text));
        var strata = Math.Max(LeastStrata, budget.Sentences);
        var before = 0L;
        foreach (var (index, sentence) in sentences.Index())
        {
            var stratum = (int)(before * strata / Math.Max(1, total));
            foreach (var text in areWhole ? [Clean(sentence, language)] : Clauses.Runs(Clean(sentence, language), language))
            {
                var isWhole = texts.Count == 0 || texts[^1].Sentence != index;
                var (ids, words) = (terms.Add(text, isPart: !isWhole), Math.Max(1, Words.Count(text)));
                var worth = SentenceWorth.Of(sentence, text, ids.Length, words, habits) * (isWhole ? 1 : ClauseWorth);
                texts.Add((index, text));
                candidates.Add(new Candidate(ids, words, worth, stratum, index));
                before += isWhole ? words : 0;
            }
        }

        return
        [
            .. Choose(candidates, terms.Weights(), budget, leastWorth)
                .Select(i => sentences[texts[i].Sentence] with { Text = texts[i].Text }),
        ];
    }

    private static string Clean(Sentence sentence, LanguageTag? language) =>
        SpokenText.Clean(Disfluencies.Remove(sentence.Text, language), language);

    private static IReadOnlyList<int> Choose(List<Candidate> candidates, double[] weights, SummaryBudget budget, double leastWorth)
    {
        int[] worthy = [.. Enumerable.Range(0, candidates.Count).Where(i => candidates[i].Worth >= leastWorth)];
        return worthy.Length == 0
            ? Coverage.Choose(candidates, weights, budget with { Sentences = 1 })
            : [.. Coverage.Choose([.. worthy.Select(i => candidates[i])], weights, budget).Select(i => worthy[i])];
    }
}
