using Yttl.Core.Captions;
using Yttl.Core.Languages;
using Yttl.Core.Segments;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Doubts;

namespace Yttl.Core.Reports;

/// <summary>
/// Finds the numbers and names of summaries that are not heard in their part of the video, and denials and speakers that are
/// not in the words that a sentence rests on. What the title, the channel, the day of publication and the part's chapter say is
/// known. A hint: of human summaries one in twenty has such a number.
/// </summary>
internal sealed class DoubtFinder
{
    /// <summary>Smaller numbers are said as words, which are read in English alone.</summary>
    private const int SmallestInDigits = 13;

    private const int CuesForScript = 50;

    private const int ShortestName = 3;

    /// <summary>What is said so close to a source belongs to it.</summary>
    private static readonly TimeSpan Around = TimeSpan.FromSeconds(15);

    /// <summary>Of fewer parts more than half is two.</summary>
    private const int FewestForSubject = 5;

    private readonly IReadOnlyList<SegmentRef> _segments;
    private readonly IReadOnlyList<IReadOnlyList<Cue>> _cues;
    private readonly HeardWords?[] _heard;
    private readonly HeardWords _facts;
    private readonly Lazy<HashSet<string>> _names;
    private readonly bool _areWordsRead;
    private readonly bool _areNamesRead;
    private readonly bool _areDenialsRead;
    private readonly Lazy<string> _script;
    private readonly Lazy<HashSet<string>> _speakers;

    /// <param name="written">The language of the summaries; null where it is unknown.</param>
    public DoubtFinder(Video video, Transcript transcript, IReadOnlyList<SegmentRef> segments, LanguageTag? written)
    {
        _segments = segments;
        _cues = SegmentParts.Divide([.. transcript.Cues], cue => cue.Start, [.. segments.Select(segment => segment.Start)]);
        _heard = new HeardWords?[segments.Count];
        _facts = new HeardWords(FormattableString.Invariant($"{video.Title} {video.Channel} {video.Published:yyyy MMMM dd}"));
        _names = new(() => NamesIn(transcript.Cues));
        _areWordsRead = transcript.Language?.Primary is "en";
        _areNamesRead = NameReader.Works(written ?? transcript.Language) && NameReader.Works(transcript.Language);
        _areDenialsRead = _areWordsRead && (written ?? transcript.Language)?.Primary is "en";
        _speakers = new(() => transcript.Cues.Select(cue => cue.Speaker).Distinct().OfType<string>()
            .SelectMany(speaker => speaker.Split(' ').Where(word => word.Length >= ShortestName)).ToHashSet(StringComparer.Ordinal));
        _script = new(() => ScriptOf(string.Concat(transcript.Cues.Take(CuesForScript).Select(cue => cue.Text))));
    }

    /// <param name="first">The first segment that the sentences summarise.</param>
    /// <param name="last">The last one.</param>
    public IReadOnlyList<SourcedSentence> Mark(IReadOnlyList<SourcedSentence> sentences, int first, int last) =>
        [.. sentences.Select(sentence => sentence with { Doubts = DoubtsOf(sentence, Heard(sentence, first, last)) })];

    private IReadOnlyList<string> DoubtsOf(SourcedSentence sentence, IReadOnlyList<HeardWords> heard)
    {
        IReadOnlyList<HeardWords> known = [_facts, .. heard];
        var numbers = NumberReader.NamedIn(sentence.Text)
            .Where(number => IsAsked(number.Readings, heard) && !known.Any(part => part.HasNumber(number.Readings)))
            .Select(number => number.Written);
        var names = _areNamesRead
            ? NameReader.In(sentence.Text, _names.Value.Contains)
                .Where(name => ScriptOf(name) == _script.Value && !known.Any(part => part.HasName(name)) && !IsSubject(name))
            : [];
        return [.. numbers.Concat(names).Concat(OtherThanCited(sentence)).Distinct()];
    }

    /// <summary>
    /// What is denied though nothing is in the cited words, and speakers who neither say them nor are named in them.
    /// </summary>
    private IEnumerable<string> OtherThanCited(SourcedSentence sentence)
    {
        if (sentence.Sources is [] || sentence.Support is SourceSupport.Unchecked)
            return [];
        List<string> denials = _areDenialsRead ? [.. Denials.In(sentence.Text)] : [];
        List<string> speakers = _areNamesRead
            ? [.. NameReader.In(sentence.Text, _speakers.Value.Contains).Where(_speakers.Value.Contains)]
            : [];
        if (denials.Count + speakers.Count == 0)
            return [];
        var cited = string.Join(' ', _cues.SelectMany(cues => cues)
            .Where(cue => sentence.Sources.Any(source => cue.Start < source.End + Around && source.Start - Around < cue.End))
            .Select(cue => $"{cue.Speaker} {cue.Text}"));
        return (Denials.Has(cited) ? [] : denials)
            .Concat(speakers.Where(name => !cited.Contains(name, StringComparison.OrdinalIgnoreCase)));
    }

    private bool IsAsked(IReadOnlyList<string> readings, IReadOnlyList<HeardWords> heard) => _areWordsRead
        || heard.Any(part => part.HasNumbers)
            && readings.Any(reading => !int.TryParse(reading, out var small) || small >= SmallestInDigits);

    /// <summary>The segments that its sources are in; all where it has none.</summary>
    private IReadOnlyList<HeardWords> Heard(SourcedSentence sentence, int first, int last)
    {
        var all = Enumerable.Range(first, last - first + 1).ToList();
        var own = all.FindAll(i => sentence.Sources.Any(
            source => source.Start < _segments[i].End && _segments[i].Start < source.End));
        return [.. (own.Count > 0 ? own : all).Select(HeardIn)];
    }

    /// <summary>What more than half of the parts with words name is what the talk is about: it need not be named in each.</summary>
    private bool IsSubject(string name)
    {
        var spoken = Enumerable.Range(0, _segments.Count).Where(i => _cues[i].Count > 0).ToList();
        return spoken.Count >= FewestForSubject && 2 * spoken.Count(i => HeardIn(i).HasName(name)) > spoken.Count;
    }

    private HeardWords HeardIn(int segment) => _heard[segment] ??= new HeardWords(TextOf(segment));

    // A segment may begin and end inside a cue.
    private string TextOf(int segment)
    {
        var own = _cues[segment];
        var cues = segment > 0 ? own.Concat(_cues[segment - 1].TakeLast(1).Where(cue => cue.End > _segments[segment].Start)) : own;
        var speakers = own.Select(cue => cue.Speaker).Distinct();
        return string.Join(' ', cues.Select(cue => cue.Text).Concat(speakers).Append(_segments[segment].Title));
    }

    /// <summary>Names are not compared across scripts.</summary>
    private static string ScriptOf(string text) =>
        TextScript.Count(text).OrderByDescending(script => script.Value).FirstOrDefault().Key ?? "";

    private static HashSet<string> NamesIn(IReadOnlyList<Cue> cues)
    {
        var names = cues.SelectMany(cue => NameReader.In(cue.Text, _ => false)).ToHashSet(StringComparer.Ordinal);
        foreach (var cue in cues)
            foreach (var word in cue.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                if (char.IsLower(word[0]))
                    names.Remove(char.ToUpperInvariant(word[0]) + word[1..].TrimEnd('.', ',', '?', '!', ';', ':'));
        return names;
    }
}
