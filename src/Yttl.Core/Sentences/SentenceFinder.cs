using Yttl.Core.Captions;
using Yttl.Core.Languages;
using Yttl.Core.Text;
using Yttl.Core.Time;

namespace Yttl.Core.Sentences;

/// <summary>
/// Finds the sentences of a transcript. Every letter that is no space is in exactly one of them. Whether and where one
/// ends depends on what is said up to thirty seconds after its start and on nothing later.
/// </summary>
internal sealed class SentenceFinder
{
    public const int LongestInWords = 60;

    /// <summary>A silence that no sentence and no segment crosses.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    // A piece of unpunctuated speech is no shorter, where its words allow.
    private const int FewestWords = 6;

    private readonly IReadOnlyList<Cue> _cues;
    private readonly LanguageTag? _language;
    private readonly IReadOnlyList<TimeRange> _removed;
    private readonly List<Sentence> _sentences = [];
    private readonly List<SpokenWord> _open = [];
    private double _openWords;
    private string? _speaker;
    private string? _speakerBefore;

    private SentenceFinder(IReadOnlyList<Cue> cues, LanguageTag? language, IReadOnlyList<TimeRange> removed)
    {
        _cues = cues;
        _language = language;
        _removed = removed;
    }

    /// <param name="cues">Ordered by start.</param>
    /// <param name="removed">In order and without overlaps: no sentence crosses them.</param>
    public static IReadOnlyList<Sentence> Find(
        IReadOnlyList<Cue> cues, LanguageTag? language, IReadOnlyList<TimeRange> removed)
    {
        var finder = new SentenceFinder(cues, language, removed);
        foreach (var word in cues.SelectMany(SpokenWord.In))
            finder.Add(word);
        finder.EndAt(finder._open.Count);
        return finder._sentences;
    }

    private void Add(SpokenWord word)
    {
        var speaker = _cues[word.Cue].Speaker ?? _speaker;
        if (_open.Count > 0 && (speaker != _speaker || IsBetween(_open[^1], word) || EndsBefore(word)))
            EndAt(_open.Count);
        _speaker = speaker;
        _open.Add(word);
        _openWords += word.Weight;
        while (_open.Count > 1 && (_openWords > LongestInWords || _open[^1].End - _open[0].Start > Longest))
            EndAt(BestPause());
    }

    private bool IsBetween(SpokenWord last, SpokenWord next) =>
        next.Start - last.End > Silence
        || (last.Cue != next.Cue && _removed.Any(range => last.End <= range.Start && range.End <= next.Start));

    private bool EndsBefore(SpokenWord next)
    {
        var word = Text(_open[^1]);
        var bare = word.TrimEnd(Closers);
        if (bare.Length == 0 || !SentenceEnds.IsSpokenStop(bare[^1]))
            return false;
        if (UnspacedScripts.IsWide(bare[^1]))
            return !SentenceEnds.IsCloser(Text(next)[0]) && !SentenceEnds.IsSpokenStop(Text(next)[0]);
        // "e.g. this", "Why?" she asked.
        if ((bare[^1] is '.' or '…' || bare.Length < word.Length) && char.IsLower(Text(next)[0]))
            return false;
        return bare[^1] != '.' || !Abbreviations.Includes(bare[..^1].TrimStart(Openers).ToString(), _language);
    }

    /// <summary>Returns the number of words before the longest pause; of equal ones the last, preferably after a comma.</summary>
    private int BestPause()
    {
        var fewest = Math.Min(FewestWords, _open.Count - 1);
        return Enumerable.Range(fewest, _open.Count - fewest).MaxBy(count => (
            _open[count].Cue == _open[count - 1].Cue ? 0 : Math.Max(0, (_open[count].Start - _open[count - 1].End).Ticks),
            ",;:，、،".Contains(Text(_open[count - 1])[^1], StringComparison.Ordinal),
            count));
    }

    private void EndAt(int count)
    {
        if (count == 0)
            return;
        var (first, last) = (_open[0], _open[count - 1]);
        var start = _sentences is [.., var before] && before.Start > first.Start ? before.Start : first.Start;
        var end = _open.Take(count).Max(word => word.End);
        var words = count == _open.Count ? _openWords : _open.Take(count).Sum(word => word.Weight);
        _sentences.Add(new Sentence(
            new CuePlace(first.Cue, first.From), new CuePlace(last.Cue, last.To), start, end > start ? end : start,
            words)
        {
            StartsTurn = _sentences.Count > 0 && _speaker != _speakerBefore,
            EndsCue = last.To == _cues[last.Cue].Text.TrimEnd().Length,
        });
        _speakerBefore = _speaker;
        _open.RemoveRange(0, count);
        _openWords -= words;
    }

    private ReadOnlySpan<char> Text(SpokenWord word) => _cues[word.Cue].Text.AsSpan(word.From, word.To - word.From);

    private const string Closers = "\"'”’»)]」』）›";

    private const string Openers = "(\"„“«";
}
