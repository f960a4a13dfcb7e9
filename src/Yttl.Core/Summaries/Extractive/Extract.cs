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

    /// <param name="leastWorth">
    /// Sentences below it (<see cref="SentenceWorth"/>) are taken only where there is no other, and then one.
    /// </param>
    /// <returns>
    /// In their order, without openers, with the cues and times that they had. Empty where no sentence has words.
    /// </returns>
    public static IReadOnlyList<Sentence> From(
        IReadOnlyList<Sentence> sentences, LanguageTag? language, SummaryBudget budget, double leastWorth = SentenceWorth.Least)
    {
        if (sentences.Count == 0)
            return [];
        var habits = SpeechHabits.Find(language);
        var terms = new TermTable(StopWords.Find(language));
        var texts = new List<string>(sentences.Count);
        var candidates = new List<Candidate>(sentences.Count);
        var total = sentences.Sum(sentence => (long)Words.Count(sentence.Text));
        var strata = Math.Max(LeastStrata, budget.Sentences);
        var before = 0L;
        foreach (var sentence in sentences)
        {
            var text = SpokenText.CleanEnd(SpokenText.CleanStart(sentence.Text, language), language);
            var (ids, words) = (terms.Add(text), Math.Max(1, Words.Count(text)));
            texts.Add(text);
            candidates.Add(new Candidate(
                ids, words, SentenceWorth.Of(sentence, text, ids.Length, words, habits), (int)(before * strata / Math.Max(1, total))));
            before += words;
        }

        return [.. Choose(candidates, terms.Weights(), budget, leastWorth).Select(i => sentences[i] with { Text = texts[i] })];
    }

    private static IReadOnlyList<int> Choose(List<Candidate> candidates, double[] weights, SummaryBudget budget, double leastWorth)
    {
        int[] worthy = [.. Enumerable.Range(0, candidates.Count).Where(i => candidates[i].Worth >= leastWorth)];
        return worthy.Length == 0
            ? Coverage.Choose(candidates, weights, budget with { Sentences = 1 })
            : [.. Coverage.Choose([.. worthy.Select(i => candidates[i])], weights, budget).Select(i => worthy[i])];
    }
}
