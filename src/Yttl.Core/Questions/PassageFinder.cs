using Yttl.Core.Captions;
using Yttl.Core.Languages;
using Yttl.Core.Sentences;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Extractive;

namespace Yttl.Core.Questions;

/// <summary>
/// Ranks the sentences of a transcript, each with its neighbours, by BM25: Robertson and Zaragoza, "The Probabilistic Relevance
/// Framework: BM25 and Beyond" (2009), https://doi.org/10.1561/1500000019. What a neighbour has counts less, like a field of
/// lower weight. Nothing is indexed: a search reads the transcript once and keeps what its own terms need.
/// </summary>
internal sealed class PassageFinder
{
    /// <summary>The usual constants of BM25: how soon repeats of a term stop counting, and how much length does.</summary>
    private const double Saturation = 1.2;
    private const double LengthShare = 0.75;

    /// <summary>The weight of a term in the sentence before or after.</summary>
    private const double NeighbourWeight = 0.5;

    /// <summary>What is asked is often named before it is told.</summary>
    private const int Before = 1;
    private const int After = 2;

    private const int WordsPerSentence = 24;

    private readonly IReadOnlyList<Cue> _cues;
    private readonly LanguageTag? _language;
    private readonly LanguageTag? _asked;
    private readonly IReadOnlyList<PromptSentence> _sentences;

    /// <param name="cues">Ordered by start.</param>
    /// <param name="language">Of the cues; null where it is unknown.</param>
    /// <param name="asked">The language of the question; null where it is unknown.</param>
    public PassageFinder(IReadOnlyList<Cue> cues, LanguageTag? language, LanguageTag? asked)
    {
        (_cues, _language, _asked) = (cues, language, asked);
        _sentences = PromptSentence.Of(cues, language);
    }

    /// <inheritdoc cref="PassageSearch"/>
    public FoundPassages Find(string words, string? also, int most)
    {
        var terms = new QuestionTerms(words, _language, _asked);
        var isAboutAll = terms.AreCommon;
        if (also is not null)
            terms.Add(new QuestionTerms(also, _language, _asked));
        var (places, lengths) = PlacesOf(terms);
        var share = terms.Weights.Count == 0 ? 1 : (double)places.Count / terms.Weights.Count;
        return isAboutAll && places.Count == 0
            ? new FoundPassages(Overview(most), 1, IsTelling: true)
            : new FoundPassages(
                Best(Scores(terms, places, lengths), most), share, terms.AreCommon || places.Keys.Any(term => !terms.IsCommon(term)));
    }

    private (Dictionary<string, List<Place>> Places, int[] Lengths) PlacesOf(QuestionTerms terms)
    {
        var places = new Dictionary<string, List<Place>>(StringComparer.Ordinal);
        var lengths = new int[_sentences.Count];
        for (var i = 0; i < _sentences.Count; i++)
        {
            var sentence = i;
            lengths[i] = terms.EachIn(_sentences[i].Text, term =>
            {
                if (!places.TryGetValue(term, out var own))
                    places[term] = own = [];
                if (own is [.., var last] && last.Sentence == sentence)
                    own[^1] = last with { Count = last.Count + 1 };
                else
                    own.Add(new Place(sentence, 1));
            });
        }

        return (places, lengths);
    }

    private double[] Scores(QuestionTerms terms, Dictionary<string, List<Place>> places, int[] lengths)
    {
        var scores = new double[_sentences.Count];
        var norms = Norms(lengths);
        var counts = new double[_sentences.Count];
        foreach (var (term, own) in places)
        {
            foreach (var place in own)
                for (var i = Math.Max(0, place.Sentence - 1); i <= Math.Min(counts.Length - 1, place.Sentence + 1); i++)
                    counts[i] += place.Count * (i == place.Sentence ? 1 : NeighbourWeight);
            var rarity = Math.Log(1 + ((_sentences.Count - own.Count + 0.5) / (own.Count + 0.5))) * terms.Weights[term];
            foreach (var place in own)
                for (var i = Math.Max(0, place.Sentence - 1); i <= Math.Min(counts.Length - 1, place.Sentence + 1); i++)
                {
                    scores[i] += rarity * counts[i] * (Saturation + 1) / (counts[i] + norms[i]);
                    // Counted once, though it may be a neighbour of several.
                    counts[i] = 0;
                }
        }

        return scores;
    }

    /// <summary>Returns the part of BM25 that depends on the length of each sentence with its neighbours.</summary>
    private static double[] Norms(int[] lengths)
    {
        var weighed = new double[lengths.Length];
        for (var i = 0; i < lengths.Length; i++)
            weighed[i] = lengths[i] + (NeighbourWeight * ((i > 0 ? lengths[i - 1] : 0) + (i + 1 < lengths.Length ? lengths[i + 1] : 0)));
        var average = Math.Max(1, weighed.DefaultIfEmpty(0).Average());
        return [.. weighed.Select(length => Saturation * (1 - LengthShare + (LengthShare * length / average)))];
    }

    /// <summary>Takes the best sentences with what is around them. No sentence is in two passages, no silence within one.</summary>
    private List<TranscriptPassage> Best(double[] scores, int most)
    {
        var passages = new List<TranscriptPassage>();
        var taken = new bool[scores.Length];
        foreach (var center in Enumerable.Range(0, scores.Length).Where(i => scores[i] > 0).OrderByDescending(i => scores[i]))
        {
            if (passages.Count == most)
                break;
            if (taken[center])
                continue;
            var (first, end) = (center, center + 1);
            while (first > 0 && center - first < Before && !taken[first - 1] && !IsSilenceBefore(first))
                first--;
            while (end < scores.Length && end - center <= After && !taken[end] && !IsSilenceBefore(end))
                end++;
            passages.Add(Passage(first, end, scores[center]));
            Array.Fill(taken, true, first, end - first);
        }

        return passages;
    }

    /// <summary>Returns the sentences that stand for all, where a question is about the whole.</summary>
    private List<TranscriptPassage> Overview(int most)
    {
        var chosen = Extract.From(
            SentenceSplitter.OfCues(_cues, _language), _language, new SummaryBudget(most * WordsPerSentence, most));
        return [.. chosen.Select(sentence => PlaceAt(sentence.Start)).Distinct().Select(place => Passage(place, place + 1, 1))];
    }

    /// <summary>Returns the last sentence that begins by then.</summary>
    private int PlaceAt(TimeSpan time)
    {
        var (low, high) = (0, _sentences.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_sentences[middle].Sources[0].Start <= time)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }

    private TranscriptPassage Passage(int first, int end, double score) =>
        new(first, [.. Enumerable.Range(first, end - first).Select(i => _sentences[i])], score);

    private bool IsSilenceBefore(int sentence) =>
        _sentences[sentence].Sources[0].Start - _sentences[sentence - 1].Sources[0].End > SentenceFinder.Silence;

    private readonly record struct Place(int Sentence, int Count);
}
