using System.Collections.Frozen;
using Yttl.Core.Languages;
using Yttl.Core.Summaries.Extractive;
using Yttl.Core.Time;

namespace Yttl.Core.Summaries.Citations;

/// <summary>
/// Finds which passages a sentence rests on. The measure is how much of its words, weighted by their rarity, occurs there:
/// a model's own words are fewer in a passage than a quotation's, so plain overlap would miss every fifth true sentence.
/// </summary>
internal sealed class SourceFinder
{
    /// <summary>From here on words support a sentence.</summary>
    internal const double Supported = 0.35;

    /// <summary>From here on they do where the model names a place and they are nearly there.</summary>
    internal const double Plausible = 0.15;

    /// <summary>How far the place that the model names may be from the best one to count as the same, in passages.</summary>
    private const int Near = 2;

    /// <summary>The most passages of a place that is found by words.</summary>
    private const int Widest = 3;

    /// <summary>How far the words of one place may lie apart, in passages: about a minute.</summary>
    private const int Stretch = 9;

    // Readers look for numbers.
    private const double NumberWorth = 1.3;

    /// <summary>What another passage has to add to a place.</summary>
    private const double Wider = 0.06;

    private readonly IReadOnlyList<PromptSentence> _passages;
    private readonly bool _areWordsForeign;
    private readonly FrozenSet<string> _stopWords;
    private readonly Dictionary<string, List<int>> _places = new(StringComparer.Ordinal);

    /// <param name="passages">In order.</param>
    /// <param name="language">Of the passages; null where it is unknown.</param>
    /// <param name="areWordsForeign">Whether the sentences are in another language, so that their words are not compared.</param>
    public SourceFinder(IReadOnlyList<PromptSentence> passages, LanguageTag? language, bool areWordsForeign = false)
    {
        _passages = passages;
        _areWordsForeign = areWordsForeign;
        _stopWords = StopWords.Find(language);
        for (var i = 0; i < passages.Count; i++)
            foreach (var term in TermsOf(passages[i].Text))
            {
                if (!_places.TryGetValue(term, out var places))
                    _places[term] = places = [];
                places.Add(i);
            }
    }

    public SourcedSentence Find(CitedSentence sentence)
    {
        IReadOnlyList<int> cited = [.. sentence.Numbers.Select(number => number - 1)];
        if (_areWordsForeign)
            return cited is [] ? Unsupported(sentence) : From(sentence, cited, SourceSupport.Unchecked);
        var terms = Weigh(sentence.Text);
        var best = Best(terms);
        var named = cited is [] ? 0 : Share(terms, cited.SelectMany(Around));
        return named >= Supported || named >= Plausible && cited.Any(place => IsNear(place, best))
                ? From(sentence, cited, SourceSupport.Cited)
            : best.Share >= Supported ? From(sentence, [.. Enumerable.Range(best.First, best.Count)], SourceSupport.Matched)
            : Unsupported(sentence);
    }

    private static SourcedSentence Unsupported(CitedSentence sentence) => new(sentence.Text, [], SourceSupport.None);

    private SourcedSentence From(CitedSentence sentence, IReadOnlyList<int> places, SourceSupport support)
    {
        var sources = SourcedSentence.Joined(places.SelectMany(place => _passages[place].Sources));
        // What rests on a sentence that nothing was found for rests on nothing.
        return sources is [] ? Unsupported(sentence) : new SourcedSentence(
            sentence.Text, sources,
            places.Any(place => _passages[place].Support is SourceSupport.Unchecked) ? SourceSupport.Unchecked : support);
    }

    /// <summary>The subject of a sentence is often named in the one before it.</summary>
    private static IEnumerable<int> Around(int place) => [place - 1, place, place + 1];

    private static bool IsNear(int place, Place best) =>
        best.Share > 0 && best.First - Near <= place && place < best.First + best.Count + Near;

    /// <summary>
    /// Returns where a sentence is most likely said, however little of it is said there; null where none of its words occurs.
    /// </summary>
    internal TimeRange? Likeliest(string sentence) =>
        Best(Weigh(sentence)) is { Share: > 0 } best ? _passages[best.First].Sources.Cast<TimeRange?>().FirstOrDefault() : null;

    /// <summary>
    /// Looks for the stretch that holds most of the words, and in it for the few passages that do: words of a sentence are
    /// often spread over the minute or two that it is about, and single ones occur anywhere. Of equal places the first.
    /// </summary>
    private static Place Best(List<WeighedTerm> terms)
    {
        List<int> places = [.. terms.SelectMany(term => term.Places).Distinct().Order()];
        if (places.Count == 0)
            return new Place(0, 1, 0);
        var center = places.MaxBy(place =>
            terms.Where(term => IsWithin(term.Places, place - Stretch, place + Stretch)).Sum(term => term.Weight));
        var best = new Place(center, 1, 0);
        foreach (var last in places.Where(place => Math.Abs(place - center) <= Stretch))
            for (var count = 1; count <= Math.Min(Widest, last + 1); count++)
            {
                var share = Share(terms, Enumerable.Range(last - count + 1, count));
                if (share - (Wider * (count - 1)) > best.Share - (Wider * (best.Count - 1)) + 1e-9)
                    best = new Place(last - count + 1, count, share);
            }

        return best;
    }

    /// <param name="places">In order.</param>
    private static bool IsWithin(List<int> places, int from, int to)
    {
        var at = places.BinarySearch(from);
        at = at < 0 ? ~at : at;
        return at < places.Count && places[at] <= to;
    }

    private static double Share(List<WeighedTerm> terms, IEnumerable<int> places)
    {
        var set = places.ToHashSet();
        var total = terms.Sum(term => term.Weight);
        return total == 0 ? 0 : terms.Where(term => term.Places.Any(set.Contains)).Sum(term => term.Weight) / total;
    }

    private List<WeighedTerm> Weigh(string sentence) => [.. TermsOf(sentence).Select(term =>
    {
        var places = _places.GetValueOrDefault(term, []);
        return new WeighedTerm(
            places,
            Math.Log(1 + ((double)_passages.Count / Math.Max(1, places.Count))) * (term.Any(char.IsDigit) ? NumberWorth : 1));
    })];

    private HashSet<string> TermsOf(string text)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        SentenceTerms.Each(text, _stopWords, (term, _, _) => terms.Add(term.ToString()));
        return terms;
    }

    private readonly record struct WeighedTerm(List<int> Places, double Weight);

    private readonly record struct Place(int First, int Count, double Share);
}
