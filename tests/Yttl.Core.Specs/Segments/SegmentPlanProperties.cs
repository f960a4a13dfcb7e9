using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Captions;
using Yttl.Core.Languages;
using Yttl.Core.Segments;
using Yttl.Core.Sentences;
using Yttl.Core.Sources;
using Yttl.Core.Time;

namespace Yttl.Core.Specs.Segments;

/// <summary>What holds for every transcript, with and without chapters, and with stretches removed from it.</summary>
public sealed class SegmentPlanProperties
{
    private static readonly LanguageTag English = LanguageTag.Parse("en", null);

    private static readonly string[] Vocabulary =
        ["ship", "clock", "star", "sea", "moon", "wind", "port", "noon", "map", "sail", "the", "and", "of", "a", "in", "was"];

    /// <summary>A cue: its pause before it in tenths of a second, its length, its words, and how it ends.</summary>
    private static readonly Gen<(int Pause, int Length, string Text, string? Speaker)> AnyCue =
        from pause in Gen.Frequency((20, Gen.Constant(0)), (6, Gen.Choose(1, 40)), (1, Gen.Choose(100, 900)))
        from words in Gen.Choose(1, 14)
        from start in Gen.Choose(0, Vocabulary.Length - 1)
        from step in Gen.Choose(1, 5)
        from ending in Gen.Elements("", "", ".", "?", ",", ". But", ". And")
        from speaker in Gen.Elements(null, null, null, null, "Ada", "Bob")
        select (pause, words * 4, string.Join(
            ' ', Enumerable.Range(0, words).Select(i => Vocabulary[(start + (i * step)) % Vocabulary.Length])) + ending, speaker);

    private static readonly Gen<Talk> AnyTalk =
        from count in Gen.Choose(1, 2500)
        from cues in AnyCue.ListOf(count)
        from silences in Gen.Choose(0, 100_000).ListOf(2)
        from chapters in Gen.Choose(0, 60).ListOf(6)
        from removed in Gen.Choose(0, 60).ListOf(2)
        select Talk.Of(cues, silences, chapters, removed);

    /// <summary>With words: a short talk may lie in a removed stretch as a whole.</summary>
    private static readonly Arbitrary<Talk> Talks = AnyTalk.Where(talk => talk.Transcript.Cues.Count > 0).ToArbitrary();

    [Fact]
    public void A_talk_of_which_no_word_is_left_is_one_empty_segment_however_short()
    {
        var talk = Talk.Of([(0, 4, "ship", null)], silences: [], chapters: [], removed: [0]);

        talk.Transcript.Cues.ShouldBeEmpty();
        Segments(talk, SectionMode.Topics).ShouldHaveSingleItem().Cues.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(SectionMode.Topics)]
    [InlineData(SectionMode.Auto)]
    public void Every_word_is_in_exactly_one_segment_and_in_order(SectionMode mode) => ForAll(mode, (talk, segments) =>
        segments.SelectMany(segment => segment.Cues).SelectMany(WordsOf).SequenceEqual(talk.Transcript.Cues.SelectMany(WordsOf)));

    [Theory]
    [InlineData(SectionMode.Topics)]
    [InlineData(SectionMode.Auto)]
    public void Segments_cover_the_video_without_holes_and_count_through(SectionMode mode) => ForAll(mode, (talk, segments) =>
        segments[0].Range.Start == TimeSpan.Zero
        && segments[^1].Range.End >= talk.Transcript.End()
        && segments.Zip(segments.Skip(1)).All(pair => pair.First.Range.End == pair.Second.Range.Start)
        && segments.Index().All(segment => segment.Item.Index == segment.Index));

    [Theory]
    [InlineData(SectionMode.Topics)]
    [InlineData(SectionMode.Auto)]
    public void No_sentence_is_in_two_segments(SectionMode mode) => ForAll(mode, (talk, segments) =>
    {
        var sentences = SentenceFinder.Find(talk.Transcript.Cues, English, talk.Removed)
            .Select(sentence => sentence.CuesIn(talk.Transcript.Cues).SelectMany(WordsOf).Count());
        var borders = Borders(sentences).ToHashSet();
        return Borders(segments.Select(segment => segment.Cues.SelectMany(WordsOf).Count())).All(borders.Contains);
    });

    [Fact]
    public void Topics_last_two_to_eight_minutes_between_silences_unless_all_of_it_is_shorter() =>
        ForAll(SectionMode.Topics, (talk, segments) => Stretches(segments).All(stretch =>
            stretch.Count == 1 ? Spoken(talk, stretch[0]) <= TimeSpan.FromMinutes(8)
            : stretch.All(segment => Spoken(talk, segment) >= TimeSpan.FromMinutes(2)
                && Spoken(talk, segment) <= TimeSpan.FromMinutes(8))));

    [Fact]
    public void An_empty_segment_is_a_silence_of_over_two_minutes_and_there_are_never_two_together() =>
        ForAll(SectionMode.Topics, (talk, segments) =>
            segments.All(segment => segment.Cues.Count > 0 || segment.Range.Duration() > SentenceFinder.Silence)
            && segments.Zip(segments.Skip(1)).All(pair => pair.First.Cues.Count > 0 || pair.Second.Cues.Count > 0));

    [Fact]
    public void An_hour_holds_at_most_sixty_minutes_of_segments_with_words() => Check.QuickThrowOnFailure(Prop.ForAll(Talks, talk =>
        SegmentPlan.Divide(talk.Transcript, talk.Video, talk.Removed, new SectionOptions(SectionMode.Topics)).All(hour =>
            hour.Segments.Where(segment => segment.Cues.Count > 0).Sum(segment => Spoken(talk, segment).TotalMinutes) <= 60
            && hour.Range.Start == hour.Segments[0].Range.Start && hour.Range.End == hour.Segments[^1].Range.End)));

    [Fact]
    public void What_is_said_later_than_sixteen_minutes_moves_no_boundary() =>
        ForAll(SectionMode.Topics, (talk, whole) =>
        {
            var cues = talk.Transcript.Cues;
            var prefix = talk with { Transcript = talk.Transcript with { Cues = [.. cues.Take(cues.Count * 2 / 3)] } };
            if (prefix.Transcript.Cues.Count == 0)
                return true;
            var end = prefix.Transcript.End() - SectionOptions.Default.Horizon - SentenceFinder.Longest;
            return Starts(Segments(prefix, SectionMode.Topics)).Where(start => start < end)
                .SequenceEqual(Starts(whole).Where(start => start < end));
        });

    private static IEnumerable<TimeSpan> Starts(IEnumerable<Segment> segments) => segments.Select(segment => segment.Range.Start);

    private static IEnumerable<int> Borders(IEnumerable<int> counts)
    {
        var sum = 0;
        foreach (var count in counts)
            yield return sum += count;
    }

    private static TimeSpan Spoken(Talk talk, Segment segment) =>
        TimeRanges.TotalLength(TimeRanges.Subtract([segment.Range], talk.Removed));

    private static List<List<Segment>> Stretches(List<Segment> segments)
    {
        var stretches = new List<List<Segment>> { new() };
        foreach (var segment in segments)
            if (segment.Cues.Count == 0)
                stretches.Add([]);
            else
                stretches[^1].Add(segment);
        return [.. stretches.Where(stretch => stretch.Count > 0)];
    }

    private static IEnumerable<string> WordsOf(Cue cue) => cue.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static List<Segment> Segments(Talk talk, SectionMode mode) =>
        [.. SegmentPlan.Divide(talk.Transcript, talk.Video, talk.Removed, new SectionOptions(mode)).SelectMany(hour => hour.Segments)];

    private static void ForAll(SectionMode mode, Func<Talk, List<Segment>, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(40), Prop.ForAll(Talks, talk => holds(talk, Segments(talk, mode))));

    internal sealed record Talk(Transcript Transcript, SegmentedVideo Video, IReadOnlyList<TimeRange> Removed)
    {
        public static Talk Of(
            List<(int Pause, int Length, string Text, string? Speaker)> cues, List<int> silences, List<int> chapters, List<int> removed)
        {
            var at = TimeSpan.Zero;
            var spoken = new List<Cue>();
            var gone = removed.Select(minute => TimeRange.Seconds(minute * 60, (minute * 60) + 45)).ToList();
            foreach (var (i, cue) in cues.Index())
            {
                at += TimeSpan.FromMilliseconds(100 * (cue.Pause + (silences.Contains(i * 40) ? 2000 : 0)));
                var end = at + TimeSpan.FromMilliseconds(100 * cue.Length);
                if (!gone.Any(range => range.Start < end && at < range.End))
                    spoken.Add(new Cue(at, end, cue.Text) { Speaker = cue.Speaker });
                at = end;
            }

            return new Talk(
                Transcript.FromCues(spoken, English, TranscriptSource.CaptionFile, null),
                new SegmentedVideo(at, [.. chapters.Select(minute => new Chapter(
                    TimeSpan.FromMinutes(minute), TimeSpan.FromMinutes(minute + 1), $"Chapter {minute}"))], HasClock: true),
                TimeRanges.Union(gone));
        }

        public override string ToString() => $"{Transcript.Cues.Count} cues, {Transcript.End()}, removed {string.Join(' ', Removed)}";
    }
}
