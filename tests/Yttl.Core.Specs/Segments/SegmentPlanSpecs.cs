using Yttl.Core.Captions;
using Yttl.Core.Languages;
using Yttl.Core.Segments;
using Yttl.Core.Sources;
using Yttl.Core.Time;

namespace Yttl.Core.Specs.Segments;

public sealed class SegmentPlanSpecs
{
    private static readonly LanguageTag English = LanguageTag.Parse("en", null);

    [Fact]
    public void Chapters_are_the_segments_with_their_titles() =>
        Divide(Talk(12), Chapters(12, (0, "One"), (4, "Two"), (8, "Three")))
            .ShouldBe(["0:00–4:00 One", "4:00–8:00 Two", "8:00–12:00 Three"]);

    [Fact]
    public void A_chapter_under_a_minute_joins_the_next_and_the_last_one_the_one_before() =>
        Divide(Talk(12), Chapters(12, (0, "Intro"), (0.5, "One"), (6, "Two"), (11.5, "Bye")))
            .ShouldBe(["0:00–6:00 Intro · One", "6:00–12:00 Two · Bye"]);

    [Fact]
    public void A_chapter_over_eight_minutes_is_divided()
    {
        var segments = Divide(Talk(30), Chapters(30, (0, "One"), (3, "Two"), (26, "Three")));

        segments[0].ShouldBe("0:00–3:00 One");
        segments[^1].ShouldBe("26:00–30:00 Three");
        segments[1..^1].ShouldAllBe(segment => segment.EndsWith(" Two"));
        segments.Count.ShouldBeInRange(5, 8);
    }

    [Fact]
    public void Fewer_than_three_chapters_do_not_divide_a_video_unless_that_is_asked_for()
    {
        var video = Chapters(12, (0, "One"), (9, "Two"));

        Divide(Talk(12), video).ShouldAllBe(segment => segment.EndsWith(' '));
        Divide(Talk(12), video, SectionMode.Chapters)[^1].ShouldBe("9:00–12:00 Two");
        ChapterList.NoteOn(video, SectionMode.Auto).ShouldBe("Of chapters there are two only, so sections end where topics do.");
        ChapterList.NoteOn(video, SectionMode.Chapters).ShouldBeNull();
    }

    [Fact]
    public void Chapters_that_overlap_or_run_backwards_count_by_their_starts() =>
        Divide(Talk(12), Chapters(12, (8, "Three"), (0, "One"), (4, "Two")))
            .ShouldBe(["0:00–4:00 One", "4:00–8:00 Two", "8:00–12:00 Three"]);

    [Fact]
    public void Six_hundred_chapters_become_segments_of_a_minute_at_least()
    {
        var segments = Divide(Talk(60), Chapters(60, [.. Enumerable.Range(0, 600).Select(i => (i / 10.0, $"{i}"))]));

        segments.Count.ShouldBeInRange(40, 60);
    }

    [Fact]
    public void Chapters_that_are_joined_have_a_title_that_can_be_read()
    {
        var titles = Enumerable.Range(0, 600).Select(i => (i / 10.0, $"The {i} minutes of the voyage"));

        var segments = Divide(Talk(60), Chapters(60, [.. titles]));

        segments.ShouldAllBe(segment => segment.Length < 200);
        segments[0].ShouldContain("The 0 minutes of the voyage · The 1 minutes of the voyage");
        segments[0].ShouldEndWith(" · …");
    }

    [Fact]
    public void Chapters_beyond_the_end_are_left_out_with_a_note()
    {
        var video = Chapters(12, (0, "One"), (4, "Two"), (8, "Three"), (12, "Four"), (99, "Five"));

        Divide(Talk(12), video).ShouldBe(["0:00–4:00 One", "4:00–8:00 Two", "8:00–12:00 Three"]);
        ChapterList.NoteOn(video, SectionMode.Auto).ShouldBe("2 chapters begin beyond the end of the video and are left out.");
        ChapterList.NoteOn(video, SectionMode.Topics).ShouldBe("2 chapters begin beyond the end of the video and are left out.");
    }

    [Theory]
    [InlineData(SectionMode.Auto)]
    [InlineData(SectionMode.Chapters)]
    public void Where_all_chapters_are_beyond_the_end_topics_divide_the_video(SectionMode mode)
    {
        var video = Chapters(12, [.. Enumerable.Range(20, 600).Select(i => ((double)i, $"{i}"))]);

        Divide(Talk(12), video, mode).ShouldAllBe(segment => segment.EndsWith(' '));
        ChapterList.NoteOn(video, mode).ShouldBe(
            "600 chapters begin beyond the end of the video and are left out. No chapter is left, so sections end where topics do.");
    }

    [Fact]
    public void Three_chapters_at_one_time_are_one()
    {
        var video = Chapters(12, (0, ""), (0, "One"), (0, "Two"), (6, "Three"));

        Divide(Talk(12), video).ShouldAllBe(segment => segment.EndsWith(' '));
        Divide(Talk(12), video, SectionMode.Chapters).ShouldBe(["0:00–6:00 One", "6:00–12:00 Three"]);
    }

    [Fact]
    public void An_untitled_chapter_gives_no_title() =>
        Divide(Talk(12), Chapters(12, (0, "<Untitled Chapter 1>"), (4, "Two"), (8, "Three")))[0].ShouldBe("0:00–4:00 ");

    [Fact]
    public void A_chapter_that_begins_in_the_middle_of_a_sentence_begins_with_the_next() =>
        Divide(Talk(12), Chapters(12, (0, "One"), (4.07, "Two"), (8, "Three")))[1].ShouldBe("4:06–8:00 Two");

    [Fact]
    public void A_silence_over_two_minutes_is_one_empty_segment_of_any_length()
    {
        var cues = Talk(6).Concat(Talk(6, from: 46)).ToList();

        var segments = Segments(cues, new SegmentedVideo(TimeSpan.FromMinutes(52), [], HasClock: true));

        segments.Single(segment => segment.Cues.Count == 0).Range.ToString().ShouldBe("6:00–46:00");
    }

    [Theory]
    [InlineData(SectionMode.Topics)]
    [InlineData(SectionMode.Fixed)]
    public void What_a_recogniser_repeats_for_minutes_is_in_no_segment(SectionMode mode)
    {
        var loop = Enumerable.Range(0, 240).Select(i => Cue((5 * 60) + (i * 5), (5 * 60) + ((i + 1) * 5), "Thank you.")).ToList();
        Cue[] cues = [.. Talk(5), .. loop, .. Talk(5, from: 25)];
        var transcript = Transcript.FromCues(cues, English, TranscriptSource.CaptionFile, null) with
        {
            Coverage = SpeechCoverage.Of(cues, LoopedCues.Find(cues)),
        };

        var segments = SegmentPlan.Divide(
            transcript, new SegmentedVideo(TimeSpan.FromMinutes(30), [], HasClock: true), [], new SectionOptions(mode))
            .SelectMany(hour => hour.Segments).ToList();

        segments.SelectMany(segment => segment.Cues).ShouldBe(cues.Except(loop));
        segments.Where(segment => segment.Cues.Count == 0).Select(segment => segment.Range.ToString()).ShouldBe(
            mode is SectionMode.Topics ? ["5:00–25:00"] : ["5:00–10:00", "10:00–15:00", "15:00–20:00", "20:00–25:00"]);
    }

    [Fact]
    public void A_transcript_that_is_one_loop_is_one_empty_segment()
    {
        var cues = Enumerable.Range(0, 240).Select(i => Cue(i * 5, (i + 1) * 5, "Thank you.")).ToList();
        var transcript = Transcript.FromCues(cues, English, TranscriptSource.CaptionFile, null) with
        {
            Coverage = SpeechCoverage.Of(cues, LoopedCues.Find(cues)),
        };

        var segment = SegmentPlan.Divide(transcript, new SegmentedVideo(null, [], HasClock: false), [], SectionOptions.Default)
            .ShouldHaveSingleItem().Segments.ShouldHaveSingleItem();

        (segment.Range.ToString(), segment.Cues.Count).ShouldBe(("0:00–20:00", 0));
    }

    [Fact]
    public void Captions_by_themselves_that_count_from_ten_hours_begin_with_their_first_cue()
    {
        var segments = Segments(Talk(12, from: 600), new SegmentedVideo(null, [], HasClock: false));

        segments[0].Range.Start.ShouldBe(TimeSpan.FromHours(10));
        segments.ShouldAllBe(segment => segment.Cues.Count > 0);
    }

    [Fact]
    public void A_cue_in_which_a_sentence_ends_is_divided_only_where_no_sentence_ends_with_a_cue()
    {
        // Every cue ends in the middle of a sentence.
        var cues = Enumerable.Range(0, 200).Select(i => Cue(i * 6, (i + 1) * 6, "of the ship. The clock")).ToList();

        var segments = Segments(cues, new SegmentedVideo(null, [], HasClock: true));

        segments.Count.ShouldBeInRange(3, 6);
        segments.Skip(1).ShouldAllBe(segment => segment.Cues[0].Text == "The clock");
        foreach (var segment in segments.SkipLast(1))
            segment.Cues[^1].Text.ShouldBe("of the ship.");
        segments.SelectMany(segment => segment.Cues).Sum(cue => cue.Text.Split(' ').Length).ShouldBe(200 * 5);
    }

    [Fact]
    public void A_removed_stretch_has_no_length_and_no_sentence_crosses_it()
    {
        var cues = Enumerable.Range(0, 100).Select(i => Cue(i * 6, (i + 1) * 6, "and so on and on")).ToList();
        TimeRange[] removed = [TimeRange.Seconds(300, 420)];
        cues.RemoveAll(cue => removed[0].Contains(cue.Start));

        var segments = SegmentPlan.Divide(
            Transcript.FromCues(cues, English, TranscriptSource.CaptionFile, null),
            new SegmentedVideo(TimeSpan.FromMinutes(10), [], HasClock: true), removed, new SectionOptions(SectionMode.Topics))
            .SelectMany(hour => hour.Segments).ToList();

        segments.ShouldAllBe(segment => segment.Cues.Count > 0);
        segments.Sum(segment => segment.Range.Duration().TotalMinutes).ShouldBe(10);
    }

    [Fact]
    public void A_topic_ends_where_the_words_change()
    {
        var cues = Enumerable.Range(0, 200).Select(i => Cue(
            i * 3, (i + 1) * 3, i < 110 ? $"The ship has a sail and a mast {i}." : $"The moon is near a star and a planet {i}.")).ToList();

        var segments = Segments(cues, new SegmentedVideo(null, [], HasClock: true));

        segments.Select(segment => segment.Range.Start.TotalSeconds).ShouldContain(330);
    }

    [Fact]
    public void Section_minutes_move_the_bounds()
    {
        var segments = SegmentPlan.Divide(
            Transcript.FromCues(Talk(120), English, TranscriptSource.CaptionFile, null),
            new SegmentedVideo(null, [], HasClock: true), [], new SectionOptions(SectionMode.Topics, Minutes: 15))
            .SelectMany(hour => hour.Segments).ToList();

        segments.Count.ShouldBeInRange(5, 12);
        segments.ShouldAllBe(segment => segment.Range.Duration().TotalMinutes >= 6 && segment.Range.Duration().TotalMinutes <= 24);
    }

    [Theory]
    [InlineData(SectionMode.Topics)]
    [InlineData(SectionMode.Auto)]
    public void Absurd_times_are_survived(SectionMode mode)
    {
        Cue[] cues =
            [new(TimeSpan.Zero, TimeSpan.Zero, "a"), new(TimeSpan.Zero, TimeSpan.MaxValue, "b c"), new(TimeSpan.MaxValue, TimeSpan.MaxValue, "d")];
        foreach (var duration in new TimeSpan?[] { null, TimeSpan.MaxValue, TimeSpan.MinValue })
            foreach (var hasClock in new[] { true, false })
                SegmentPlan.Divide(
                    Transcript.FromCues(cues, English, TranscriptSource.CaptionFile, null),
                    new SegmentedVideo(duration, [], hasClock), [], new SectionOptions(mode))
                    .SelectMany(hour => hour.Segments).SelectMany(segment => segment.Cues).Select(cue => cue.Text)
                    .ShouldBe(["a", "b c", "d"]);
    }

    [Fact]
    public void Sixty_hours_are_divided_in_a_moment()
    {
        // What grows with the square of the length takes hours here.
        Segments(Talk(60 * 60), new SegmentedVideo(null, [], HasClock: true)).Count.ShouldBeInRange(500, 1000);
    }

    [Fact]
    public void A_hundred_thousand_sentences_in_sixteen_minutes_are_divided_in_a_moment()
    {
        // With every one of them as a place for a boundary it takes hours.
        var cues = Enumerable.Range(0, 100_000).Select(i => Cue(i * 0.01, (i + 1) * 0.01, $"The ship {i} sails.")).ToList();

        Segments(cues, new SegmentedVideo(null, [], HasClock: true)).Count.ShouldBeInRange(2, 6);
    }

    private static List<string> Divide(List<Cue> cues, SegmentedVideo video, SectionMode mode = SectionMode.Auto) =>
        [.. Segments(cues, video, mode).Select(segment => $"{segment.Range} {segment.Title}")];

    private static List<Segment> Segments(List<Cue> cues, SegmentedVideo video, SectionMode mode = SectionMode.Auto) =>
        [.. SegmentPlan.Divide(
            Transcript.FromCues(cues, English, TranscriptSource.CaptionFile, null), video, [], new SectionOptions(mode))
            .SelectMany(hour => hour.Segments)];

    private static SegmentedVideo Chapters(int minutes, params (double Minute, string Title)[] chapters) => new(
        TimeSpan.FromMinutes(minutes),
        [.. chapters.Select(chapter => new Chapter(
            TimeSpan.FromMinutes(chapter.Minute), TimeSpan.FromMinutes(minutes), chapter.Title))],
        HasClock: true);

    private static List<Cue> Talk(int minutes, int from = 0) =>
        [.. Enumerable.Range(0, minutes * 10).Select(i => Cue(
            (from * 60) + (i * 6), (from * 60) + ((i + 1) * 6), $"The ship {i} sails on the sea."))];

    private static Cue Cue(double start, double end, string text) =>
        new(TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end), text);
}
