using System.Runtime.InteropServices;
using Yttl.Core.Captions;
using Yttl.Core.Languages;
using Yttl.Core.Sentences;
using Yttl.Core.Text;

namespace Yttl.Core.Segments;

/// <summary>
/// Divides speech where something ends. Each boundary is the first one of the best division of the next
/// <see cref="SectionOptions.Horizon"/>, so that what is said later never moves it. The best division has the least sum
/// of what segments cost by their length and boundaries by their place: better ones have a longer pause, a change of
/// speaker and fewer words in common on both sides.
/// </summary>
internal sealed class TopicBoundaries
{
    // Outside the bounds only where nothing else is possible; the same for a boundary inside a cue, at a lower price.
    private const double Forbidden = 1_000;
    private const double InsideCue = 50;

    // Weights in standard deviations of a place's strength, chosen so that segments are as many as by the clock.
    private const double Length = 6;
    private const double Strength = 0.5;
    private const double Turn = 0.12;
    private const double Pause = 0.1;

    private static readonly TimeSpan LeastApart = TimeSpan.FromSeconds(1);

    private readonly IReadOnlyList<Cue> _cues;
    private readonly IReadOnlyList<Sentence> _sentences;
    private readonly SpokenTime _time;
    private readonly SectionOptions _options;

    // In ticks: each place of a horizon is compared with each before it.
    private readonly long _shortest;
    private readonly long _target;
    private readonly long _longest;
    private readonly int[]?[] _terms;
    private readonly Cohesion[] _cohesion;
    private readonly TermCounts _left = new();
    private readonly TermCounts _right = new();
    private readonly List<int> _numbers = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _known =
        new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly System.Collections.Frozen.FrozenSet<string> _stopWords;

    public TopicBoundaries(
        IReadOnlyList<Cue> cues, IReadOnlyList<Sentence> sentences, LanguageTag? language, SpokenTime time, SectionOptions options)
    {
        _cues = cues;
        _sentences = sentences;
        _time = time;
        _options = options;
        (_shortest, _target, _longest) = (options.Shortest.Ticks, options.Target.Ticks, options.Longest.Ticks);
        _terms = new int[sentences.Count][];
        _cohesion = new Cohesion[sentences.Count];
        _stopWords = StopWords.Find(language);
    }

    /// <summary>Divides the sentences from <paramref name="from"/> up to <paramref name="to"/>.</summary>
    /// <returns>The first sentence of each part but the first.</returns>
    public IEnumerable<int> Divide(int from, int to)
    {
        while (true)
        {
            var next = First(from, to);
            if (next >= to)
                yield break;
            yield return next;
            from = next;
        }
    }

    private int First(int from, int to)
    {
        var limit = At(from, seen: to) + _options.Horizon;
        var seen = from + 1;
        while (seen < to && _time.At(_sentences[seen].End) <= limit)
            seen++;
        var isRest = seen == to;
        if (!isRest && seen == from + 1)
            return seen;
        var places = Places(from, seen);
        var costs = Costs(places, seen);
        var best = new double[places.Count + 1];
        var before = new int[places.Count + 1];
        TimeSpan[] at = [.. places.Select(place => At(place, seen)), At(seen, seen)];
        for (var j = 1; j <= places.Count; j++)
        {
            best[j] = double.PositiveInfinity;
            var isEnd = j == places.Count;
            for (var i = 0; i < j; i++)
            {
                var length = at[j] - at[i];
                var cost = best[i] + (isEnd && !isRest ? Rest(length) : Cost(length)) + (isEnd ? 0 : costs[j]);
                if (cost < best[j])
                    (best[j], before[j]) = (cost, i);
            }
        }

        var first = places.Count;
        while (before[first] > 0)
            first = before[first];
        return first == places.Count ? seen : places[first];
    }

    /// <summary>
    /// The sentences that a boundary may stand before, the first among them: of those that begin within a second the first
    /// one after the end of a cue, else the first, so that a division costs no more where a thousand are said at once.
    /// </summary>
    private List<int> Places(int from, int to)
    {
        var places = new List<int> { from };
        var last = At(from, to);
        for (var i = from + 1; i < to; i++)
        {
            if (At(i, to) - last >= LeastApart)
                places.Add(i);
            else if (places.Count > 1 && _sentences[i - 1].EndsCue && !_sentences[places[^1] - 1].EndsCue)
                places[^1] = i;
            else
                continue;
            last = At(i, to);
        }

        return places;
    }

    /// <summary>What a boundary before each of the sentences costs, less where it is a better one.</summary>
    private double[] Costs(List<int> places, int to)
    {
        var from = places[0];
        for (var i = from; i < to; i++)
            _terms[i] ??= TermsOf(_sentences[i]);
        var strengths = new double[places.Count];
        for (var i = 1; i < strengths.Length; i++)
            strengths[i] = StrengthOf(from, places[i], to);
        var inner = strengths.AsSpan(Math.Min(1, strengths.Length));
        var mean = inner.Length == 0 ? 0 : Mean(inner);
        var deviation = Math.Max(1e-9, Math.Sqrt(inner.Length == 0 ? 0 : MeanSquare(inner, mean)));
        for (var i = 1; i < strengths.Length; i++)
            strengths[i] = (_sentences[places[i] - 1].EndsCue ? 0 : InsideCue) - (Strength * (strengths[i] - mean) / deviation);
        return strengths;
    }

    private double StrengthOf(int from, int at, int to)
    {
        var pause = _time.Between(_sentences[at - 1].End, _sentences[at].Start).TotalSeconds;
        // Each place is looked at again for the segments after the next one.
        if (!_cohesion[at].IsWithin(from, to))
            _cohesion[at] = Cohesion.Across(_terms, from, at, to, _left, _right);
        return 1 - _cohesion[at].Value
            + (_sentences[at].StartsTurn ? Turn : 0)
            + (Pause * Math.Log2(1 + Math.Min(pause, 15)));
    }

    private int[] TermsOf(Sentence sentence)
    {
        _numbers.Clear();
        Words.EachTerm(sentence.TextIn(_cues), _stopWords, (_, term) =>
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, term, out var isKnown);
            _numbers.Add(isKnown ? number : number = _known.Dictionary.Count);
        });
        return [.. _numbers];
    }

    private double Cost(TimeSpan length)
    {
        var away = (length.Ticks - _target) / (double)_target;
        var outside = Math.Max(_shortest - length.Ticks, length.Ticks - _longest);
        return (Length * away * away) + (outside > 0 ? Forbidden * (1 + ((double)outside / TimeSpan.TicksPerMinute)) : 0);
    }

    // The last part ends where nothing is known of: it may become longer.
    private double Rest(TimeSpan length) => length <= _options.Target ? 0 : Cost(length);

    // Up to what is seen, nothing depends on what comes after it.
    private TimeSpan At(int sentence, int seen) =>
        _time.At(sentence < seen ? _sentences[sentence].Start : _sentences[seen - 1].End);

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum / values.Length;
    }

    private static double MeanSquare(ReadOnlySpan<double> values, double mean)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += (value - mean) * (value - mean);
        return sum / values.Length;
    }
}
