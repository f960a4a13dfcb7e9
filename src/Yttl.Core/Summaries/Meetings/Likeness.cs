using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Yttl.Core.Languages;
using Yttl.Core.Summaries.Extractive;

namespace Yttl.Core.Summaries.Meetings;

/// <summary>Compares sentences by their words, weighted by how few of all sentences have them.</summary>
internal sealed partial class Likeness
{
    /// <summary>Two sentences that each have this much of the other's words say the same.</summary>
    private const double Same = 0.7;

    private readonly FrozenSet<string> _stopWords;
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _terms = new(StringComparer.Ordinal);
    private readonly int _sentences;

    /// <param name="language">Of the sentences; null where it is unknown.</param>
    public Likeness(IReadOnlyCollection<string> sentences, LanguageTag? language)
    {
        _stopWords = StopWords.Find(language);
        _sentences = sentences.Count;
        foreach (var term in sentences.SelectMany(TermsOf))
            _counts[term] = _counts.GetValueOrDefault(term) + 1;
    }

    /// <summary>Whether two sentences say the same. Another number, name or negation is another statement.</summary>
    public bool AreSame(string one, string other) => Share(one, other) >= Same && Share(other, one) >= Same
        && Negation().Count(one) == Negation().Count(other) && Telling(one).SetEquals(Telling(other));

    /// <summary>Returns how much of a sentence's words another has, from 0 to 1; 0 where it has fewer than two of them.</summary>
    public double Share(string sentence, string other)
    {
        var (terms, others) = (TermsOf(sentence), TermsOf(other));
        var shared = terms.Where(others.Contains).ToList();
        return shared.Count < Math.Min(2, terms.Count) || shared is [] ? 0 : shared.Sum(Weight) / terms.Sum(Weight);
    }

    private double Weight(string term) => Math.Log(1 + ((double)_sentences / Math.Max(1, _counts.GetValueOrDefault(term))));

    private HashSet<string> TermsOf(string sentence)
    {
        if (_terms.TryGetValue(sentence, out var terms))
            return terms;
        _terms[sentence] = terms = new HashSet<string>(StringComparer.Ordinal);
        SentenceTerms.Each(sentence, _stopWords, (term, _, _) => terms.Add(term.ToString()));
        return terms;
    }

    /// <summary>Numbers, and words with a capital that do not begin the sentence.</summary>
    private static HashSet<string> Telling(string sentence) =>
        [.. Word().Matches(sentence).Where(word => char.IsDigit(word.Value[0]) || word.Index > 0 && char.IsUpper(word.Value[0]))
            .Select(word => word.Value)];

    [GeneratedRegex(@"[\p{L}\p{M}\p{Nd}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"\b(?:not|never|no|none|without|cannot|nicht|kein\p{L}*|nie|pas|jamais|non|sin|nunca|não|sem|niet|geen|не|нет|без|bez|"
        + @"inte|ej|utan|değil)\b"
        + @"|n['’]t\b|[不没沒未]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Negation();
}
