using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace Yttl.Core.Summaries.Extractive;

/// <summary>The terms of a text and what each is worth in a summary of it.</summary>
/// <param name="stopWords">Are no terms.</param>
internal sealed class TermTable(FrozenSet<string> stopWords)
{
    // Numbers and names are what readers look for.
    private const double NumberWorth = 1.3;
    private const double NameWorth = 1.1;
    private const double CommonWorth = 0.2;

    private readonly Dictionary<string, Term> _terms = new(StringComparer.Ordinal);
    private readonly List<Term> _byId = [];
    private readonly List<int> _ids = [];

    /// <summary>Counts the terms of a sentence. Returns them once each, in ascending order.</summary>
    /// <param name="isPart">Whether it is a part of a sentence whose terms are counted.</param>
    public int[] Add(string sentence, bool isPart = false)
    {
        _ids.Clear();
        var lookup = _terms.GetAlternateLookup<ReadOnlySpan<char>>();
        SentenceTerms.Each(sentence, stopWords, (key, start, isCommon) =>
        {
            ref var term = ref CollectionsMarshal.GetValueRefOrAddDefault(lookup, key, out _);
            if (term is null)
                _byId.Add(term = new Term(_byId.Count));
            _ids.Add(term.Id);
            if (isPart)
                return;
            term.Count++;
            term.IsCommon |= isCommon;
            term.IsNumber |= key.ContainsAnyInRange('0', '9');
            // Each sentence begins with a capital.
            if (!char.IsUpper(sentence[start]))
                term.Small++;
            else if (start > 0)
                term.Capitals++;
        });
        _ids.Sort();
        return DistinctIds();
    }

    /// <summary>
    /// Returns the worth of each term: the logarithm of one plus how often it comes, so that the second mention adds less
    /// than the first.
    /// </summary>
    public double[] Weights() => [.. _byId.Select(term => Math.Log(1 + term.Count)
        * (term.IsNumber ? NumberWorth : term.IsCommon ? CommonWorth : term.Capitals > term.Small ? NameWorth : 1))];

    private int[] DistinctIds()
    {
        var distinct = 0;
        for (var i = 0; i < _ids.Count; i++)
            if (i == 0 || _ids[i] != _ids[distinct - 1])
                _ids[distinct++] = _ids[i];
        return [.. CollectionsMarshal.AsSpan(_ids)[..distinct]];
    }

    private sealed class Term(int id)
    {
        public int Id => id;
        public int Count, Capitals, Small;
        public bool IsCommon, IsNumber;
    }
}
