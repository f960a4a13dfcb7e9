using Yttl.Core.Captions;
using Yttl.Core.Sentences;
using Yttl.Core.Sources;
using Yttl.Core.Time;

namespace Yttl.Core.Segments;

/// <summary>
/// Divides a transcript into segments that cover the video without holes. Every word is in exactly one of them, and no
/// sentence is in two, but for what a recogniser repeats (<see cref="LoopedCues"/>), which is as a silence. Speech is
/// divided at chapters where there are any, else where something ends; a silence over <see cref="SentenceFinder.Silence"/>
/// is one empty segment.
/// </summary>
internal sealed class SegmentPlan
{
    /// <summary>A shorter chapter joins the next one.</summary>
    public static readonly TimeSpan ShortestChapter = TimeSpan.FromMinutes(1);

    /// <summary>In characters, of the titles of several chapters: a heading of two lines.</summary>
    private const int LongestJoined = 120;

    private const string More = " · …";

    private readonly IReadOnlyList<Sentence> _sentences;
    private readonly IReadOnlyList<Chapter> _chapters;
    private readonly SpokenTime _time;
    private readonly TopicBoundaries _topics;
    private readonly SectionOptions _options;
    private readonly VideoSpan _span;
    private readonly List<Piece> _pieces = [];

    private SegmentPlan(
        IReadOnlyList<Sentence> sentences, IReadOnlyList<Chapter> chapters, VideoSpan span, SpokenTime time,
        TopicBoundaries topics, SectionOptions options)
    {
        _sentences = sentences;
        _chapters = chapters;
        _span = span;
        _time = time;
        _topics = topics;
        _options = options;
    }

    /// <param name="transcript">Ordered by start.</param>
    /// <param name="removed">What was removed from the transcript, in any order.</param>
    /// <returns>Empty only where there is neither a cue nor a duration.</returns>
    public static IReadOnlyList<Hour> Divide(
        Transcript transcript, SegmentedVideo video, IEnumerable<TimeRange> removed, SectionOptions options)
    {
        var cues = transcript.ToldCues();
        if (options.Mode is SectionMode.Fixed)
            return Without(
                FixedSections.Divide(transcript.Cues, video.Duration, options.Target),
                cues.Count == transcript.Cues.Count ? [] : [.. transcript.Cues.Except(cues)]);
        if (VideoSpan.Of(transcript.Cues, video) is not { } span)
            return [];
        var stretches = TimeRanges.Union(removed);
        var time = new SpokenTime(stretches);
        var sentences = SentenceFinder.Find(cues, transcript.Language, stretches);
        var plan = new SegmentPlan(
            sentences, ChapterList.For(video, options.Mode), span, time,
            new TopicBoundaries(cues, sentences, transcript.Language, time, options), options);
        return Hour.Of(plan.Segments(cues), time);
    }

    private static IReadOnlyList<Hour> Without(IReadOnlyList<Hour> hours, HashSet<Cue> loops) => loops.Count == 0 ? hours :
    [
        .. hours.Select(hour => hour with
        {
            Segments = [.. hour.Segments.Select(segment => segment with { Cues = [.. segment.Cues.Where(cue => !loops.Contains(cue))] })],
        }),
    ];

    private List<Segment> Segments(IReadOnlyList<Cue> cues)
    {
        // What comes long after the end of the video is kept, with the last words before it.
        var regular = 0;
        while (regular < _sentences.Count && _sentences[regular].Start < _span.StrayFrom)
            regular++;
        if (regular == 0)
            return [new Segment(0, _span.Range, [.. All(cues)])];
        for (int from = 0, to; from < regular; from = to)
        {
            to = EndOfStretch(from, regular);
            AddStretch(from, to);
        }

        var last = _pieces[^1];
        _pieces[^1] = last with { To = _sentences.Count };
        return [.. Ranges(regular).Select((part, index) => new Segment(index, part.Range, part.Piece is { } piece
            ? [.. Sentence.Cut(cues, _sentences[piece.From], _sentences[piece.To - 1])]
            : [])
        {
            Title = part.Piece?.Title is { Length: > 0 } title ? title : null,
        })];
    }

    private IEnumerable<Cue> All(IReadOnlyList<Cue> cues) =>
        _sentences.Count == 0 ? [] : Sentence.Cut(cues, _sentences[0], _sentences[^1]);

    private int EndOfStretch(int from, int end)
    {
        var spoken = _sentences[from].End;
        for (var i = from + 1; i < end; i++)
        {
            if (_time.Between(spoken, _sentences[i].Start) > SentenceFinder.Silence)
                return i;
            spoken = Times.Later(spoken, _sentences[i].End);
        }

        return end;
    }

    private void AddStretch(int from, int to)
    {
        foreach (var chapter in ByChapter(from, to))
        {
            var start = chapter.From;
            var isWhole = chapter.Title is not null && Length(chapter.From, chapter.To) <= _options.Longest;
            foreach (var next in isWhole ? [] : _topics.Divide(chapter.From, chapter.To))
            {
                _pieces.Add(chapter with { From = start, To = next });
                start = next;
            }

            _pieces.Add(chapter with { From = start });
        }
    }

    /// <summary>Divides sentences by the chapters that their middles are in; short ones join the next.</summary>
    private List<Piece> ByChapter(int from, int to)
    {
        if (_chapters.Count == 0)
            return [new Piece(from, to, null)];
        var pieces = new List<Piece>();
        var chapter = -1;
        for (var i = from; i < to; i++)
        {
            var middle = _sentences[i].Start + ((_sentences[i].End - _sentences[i].Start) / 2);
            var now = chapter;
            while (now + 1 < _chapters.Count && _chapters[now + 1].Start <= middle)
                now++;
            if (pieces is [.., var last] && now == chapter)
                pieces[^1] = last with { To = i + 1 };
            else
                pieces.Add(new Piece(i, i + 1, now < 0 ? "" : _chapters[now].Title));
            chapter = now;
        }

        for (var i = 0; i < pieces.Count && pieces.Count > 1;)
        {
            if (Length(pieces[i].From, pieces[i].To) >= ShortestChapter)
            {
                i++;
                continue;
            }

            var left = i + 1 < pieces.Count ? i : i - 1;
            pieces[left] = new Piece(pieces[left].From, pieces[left + 1].To, Joined(pieces[left].Title!, pieces[left + 1].Title!));
            pieces.RemoveAt(left + 1);
            i = left;
        }

        return pieces;
    }

    private static string Joined(string first, string second) =>
        first.Length == 0 || first == second ? second
        : second.Length == 0 || first.EndsWith(More, StringComparison.Ordinal) ? first
        : first.Length + second.Length > LongestJoined ? first + More
        : $"{first} · {second}";

    private TimeSpan Length(int from, int to) => _time.Between(_sentences[from].Start, _sentences[to - 1].End);

    /// <summary>Gives each piece its times, and each silence a part of its own.</summary>
    private IEnumerable<(TimeRange Range, Piece? Piece)> Ranges(int regular)
    {
        var at = _span.Range.Start;
        for (var i = 0; i < _pieces.Count; i++)
        {
            var piece = _pieces[i];
            var start = _sentences[piece.From].Start;
            if (_time.Between(at, start) > SentenceFinder.Silence)
            {
                yield return (new TimeRange(at, start), null);
                at = start;
            }

            var spoken = _sentences.Skip(piece.From).Take(Math.Min(piece.To, regular) - piece.From).Max(sentence => sentence.End);
            var next = i + 1 < _pieces.Count ? _sentences[_pieces[i + 1].From].Start : _span.Range.End;
            var isSilent = _time.Between(spoken, next) > SentenceFinder.Silence;
            var end = Times.Later(at, isSilent ? spoken : i + 1 < _pieces.Count ? Boundary(spoken, next) : next);
            yield return (new TimeRange(at, end), piece);
            at = end;
        }

        if (at < _span.Range.End)
            yield return (new TimeRange(at, _span.Range.End), null);
    }

    /// <summary>The start of a chapter in the pause between two pieces, else the start of the next words.</summary>
    private TimeSpan Boundary(TimeSpan spoken, TimeSpan next) =>
        _chapters.LastOrDefault(chapter => spoken <= chapter.Start && chapter.Start <= next)?.Start ?? next;

    /// <summary>Sentences that become a segment, or several.</summary>
    /// <param name="Title">Of its chapter, empty where that has none; null outside of chapters.</param>
    private sealed record Piece(int From, int To, string? Title);
}
