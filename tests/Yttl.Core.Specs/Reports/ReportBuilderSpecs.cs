using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Core.Segments;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;

namespace Yttl.Core.Specs.Reports;

public sealed class ReportBuilderSpecs
{
    private static readonly Failure Refused = new(FailureCategory.Api, "model.refused", "The model refused.");

    [Fact]
    public void A_report_is_complete_when_every_part_is_summarised_or_had_nothing_to_say()
    {
        var report = ReportBuilder.Build(Parts(Ok, Empty, Ok));
        report.Status.ShouldBe(RunStatus.Complete);
        report.Gaps.ShouldBeEmpty();
        report.Hours[0].Segments.Select(segment => segment.Status).ShouldBe([SummaryStatus.Ok, SummaryStatus.Empty]);
        report.Hours[1].Segments.ShouldHaveSingleItem().Index.ShouldBe(2);
    }

    [Fact]
    public void A_failed_segment_is_a_gap_with_its_times_and_reason_and_makes_the_report_partial()
    {
        var report = ReportBuilder.Build(Parts(Ok, Failed, Ok));
        report.Status.ShouldBe(RunStatus.Partial);
        report.Gaps.ShouldBe(
            [new ReportGap(Minutes(5), Minutes(60), "segment", FailureCategory.Api, "The model refused.")]);
        report.Hours[0].Segments[1].Failure.ShouldBe(new ReportFailure(FailureCategory.Api, "The model refused."));
    }

    [Theory]
    [InlineData("It is about tides. They turn.\n\n- The moon pulls.\n- The sun helps.", "It is about tides. They turn.")]
    [InlineData("It is about tides. They turn twice a day. The moon pulls.", "It is about tides. They turn twice a day.")]
    [InlineData("- The moon pulls.\n- The sun helps.", "The moon pulls.")]
    [InlineData("", null)]
    public void The_brief_is_what_the_overall_summary_begins_with(string summary, string? brief) =>
        ReportBuilder.Build(Parts(Ok, Ok, Ok) with { Overall = Ok with { Summary = new Summary(summary) } }).Overall.Brief.ShouldBe(brief);

    [Fact]
    public void A_fallback_makes_the_report_partial_and_is_counted_apart_from_gaps()
    {
        var report = ReportBuilder.Build(Parts(Fallback, Ok, Fallback) with { Overall = Fallback });
        report.Status.ShouldBe(RunStatus.Partial);
        report.Gaps.ShouldBeEmpty();
        report.Fallbacks.ShouldBe(3);
        report.Hours[0].Segments[0].Summary.ShouldBe("Stood in.");
    }

    [Fact]
    public void Hours_and_the_overall_summary_can_be_gaps_too()
    {
        var report = ReportBuilder.Build(Parts(Ok, Ok, Ok) with { HourSummaries = [Ok, Failed], Overall = Failed });
        report.Status.ShouldBe(RunStatus.Partial);
        report.Gaps.Select(gap => (gap.Stage, gap.Start, gap.End)).ShouldBe(
            [("hour", Minutes(60), Minutes(65)), ("overall", Minutes(0), Minutes(65))]);
    }

    [Fact]
    public void A_report_of_which_nothing_was_summarised_is_failed()
    {
        ReportBuilder.Build(Parts(Failed, Empty, Failed)).Status.ShouldBe(RunStatus.Failed);
        ReportBuilder.Build(Parts(Failed, Empty, Fallback)).Status.ShouldBe(RunStatus.Partial);
    }

    [Fact]
    public void A_gap_without_a_reason_says_so() =>
        ReportBuilder.Build(Parts(Ok, Ok, Failed with { Failure = null })).Gaps.ShouldHaveSingleItem().Message.ShouldNotBeEmpty();

    [Fact]
    public void Overlapping_cues_count_their_time_once()
    {
        var transcript = ReportBuilder.Build(Parts(Ok, Ok, Ok)).Transcript;
        transcript.SpeechSeconds.ShouldBe(16.25);
        transcript.CoveredSeconds.ShouldBe(16.25);
    }

    [Fact]
    public void What_was_not_heard_is_a_gap_and_its_segment_is_not_named_twice()
    {
        var unheard = new Failure(FailureCategory.Network, "speech.unreachable", "Nobody listened.");
        var parts = Parts(Ok, Ok, Failed);
        var lastHour = parts.Hours[1] with { Segments = [parts.Hours[1].Segments[0] with { Missing = unheard }] };

        var report = ReportBuilder.Build(parts with
        {
            Hours = [parts.Hours[0], lastHour],
            Transcript = parts.Transcript with
            {
                Coverage = new SpeechCoverage(
                    Minutes(40), Minutes(35), [new TranscriptGap(Minutes(60), Minutes(65), "transcription", unheard)]),
            },
        });

        report.Status.ShouldBe(RunStatus.Partial);
        report.Gaps.ShouldBe(
            [new ReportGap(Minutes(60), Minutes(65), "transcription", FailureCategory.Network, "Nobody listened.")]);
        report.Transcript.SpeechSeconds.ShouldBe(2400);
        report.Transcript.CoveredSeconds.ShouldBe(2100);
    }

    [Fact]
    public void Segments_link_to_their_second_on_the_video_s_page() =>
        ReportBuilder.Build(Parts(Ok, Ok, Ok)).Hours[1].Segments[0].Url.ShouldBe(new Uri("https://vimeo.com/1#t=3600s"));

    [Fact]
    public void A_page_that_is_no_web_page_is_left_out()
    {
        var parts = Parts(Ok, Ok, Ok);
        var report = ReportBuilder.Build(parts with { Video = parts.Video with { Url = new Uri("javascript:alert(1)") } });
        report.Video.Url.ShouldBeNull();
        report.Hours[0].Segments[0].Url.ShouldBeNull();
    }

    [Fact]
    public void Who_published_it_and_when_and_who_wrote_it_are_in_the_report()
    {
        var parts = Parts(Ok, Ok, Ok);
        var report = ReportBuilder.Build(parts with
        {
            Video = parts.Video with { Channel = "The Shore", Published = new DateOnly(2026, 3, 1) },
            WrittenBy = new ReportWriter("groq", "llama-3.3-70b-versatile"),
        });

        report.Video.Channel.ShouldBe("The Shore");
        report.Video.Published.ShouldBe(new DateOnly(2026, 3, 1));
        report.WrittenBy.ShouldBe(new ReportWriter("groq", "llama-3.3-70b-versatile"));
    }

    [Fact]
    public void Chapters_are_listed_in_order_those_beyond_the_end_and_without_a_title_are_not()
    {
        var parts = Parts(Ok, Ok, Ok);
        Chapter[] chapters =
        [
            new(Minutes(20), Minutes(10), "Two"), new(Minutes(0), Minutes(30), "<Untitled Chapter 1>"), new(Minutes(65), Minutes(70), "Beyond"),
            new(Minutes(10), Minutes(20), "One"),
        ];

        var report = ReportBuilder.Build(parts with { Video = parts.Video with { Chapters = chapters } });

        report.Video.Chapters.Select(chapter => (chapter.Start, chapter.Title)).ShouldBe(
            [(Minutes(0), ""), (Minutes(10), "One"), (Minutes(20), "Two")]);
        report.ListedChapters().Select(chapter => chapter.Title).ShouldBe(["One", "Two"]);
    }

    [Fact]
    public void A_loop_is_one_gap_whatever_the_segments_in_it()
    {
        var parts = Parts(Ok, Failed, Failed);
        var loop = new TranscriptGap(Minutes(5), Minutes(65), "transcription", Refused);
        var report = ReportBuilder.Build(parts with
        {
            Hours = [.. parts.Hours.Select(hour => hour with
            {
                Segments = [.. hour.Segments.Select(segment => segment.Index == 0 ? segment : segment with { Missing = Refused })],
            })],
            Transcript = parts.Transcript with { Coverage = new SpeechCoverage(Minutes(65), Minutes(5), [loop]) },
        });

        report.Gaps.Where(gap => gap.Stage is "segment" or "transcription").ShouldBe(
            [new ReportGap(Minutes(5), Minutes(65), "transcription", Refused.Category, Refused.Message)]);
        report.Status.ShouldBe(RunStatus.Partial);
        report.Transcript.CoveredSeconds.ShouldBe(300);
    }

    [Fact]
    public void A_duration_of_zero_is_an_unknown_one()
    {
        var parts = Parts(Ok, Ok, Ok);
        ReportBuilder.Build(parts with { Video = parts.Video with { Duration = TimeSpan.Zero } }).Video.DurationSeconds.ShouldBeNull();
        ReportBuilder.Build(parts with { Video = parts.Video with { Duration = null } }).Video.DurationSeconds.ShouldBeNull();
    }

    [Fact]
    public void A_caption_file_lasts_until_its_last_cue_and_a_stray_one_hours_later_is_no_part_of_it()
    {
        var parts = Parts(Ok, Ok, Ok);
        var file = parts.Video with { Extractor = "captions", Url = null, Duration = null };
        var last = parts.Transcript.Cues.Max(cue => cue.End).TotalSeconds;
        var stray = parts.Transcript with
        {
            Cues = [.. parts.Transcript.Cues, new Cue(TimeSpan.FromHours(99), TimeSpan.FromHours(99), "Credits")],
        };

        ReportBuilder.Build(parts with { Video = file }).Video.DurationSeconds.ShouldBe(last);
        ReportBuilder.Build(parts with { Video = file, Transcript = stray }).Video.DurationSeconds.ShouldBe(last);
    }

    [Theory]
    [InlineData(SummaryStatus.Ok)]
    [InlineData(SummaryStatus.Fallback)]
    public void What_is_not_heard_is_doubted_in_a_segment_in_an_hour_of_one_and_in_what_a_stand_in_chose_from_them(SummaryStatus status)
    {
        var wrong = new SummarizedPart(
            status, new Summary("It took 4711 days.") { Sentences = [new("It took 4711 days.", [], SourceSupport.None)] }, null);

        var report = ReportBuilder.Build(Parts(Ok, Ok, wrong) with { HourSummaries = [Ok, wrong], Overall = wrong });

        IReadOnlyList<SourcedSentence>[] levels =
            [report.Hours[1].Segments[0].Sentences, report.Hours[1].Sentences, report.Overall.Sentences];
        levels.ShouldAllBe(sentences => sentences.Single().Doubts.SequenceEqual(new[] { "4711" }));
    }

    private static readonly SummarizedPart Ok = new(SummaryStatus.Ok, new Summary("Fine."), null);
    private static readonly SummarizedPart Empty = new(SummaryStatus.Empty, new Summary(""), null);
    private static readonly SummarizedPart Failed = new(SummaryStatus.Failed, new Summary(""), Refused);
    private static readonly SummarizedPart Fallback = new(SummaryStatus.Fallback, new Summary("Stood in."), Refused);

    /// <summary>Two hours: 0–5, 5–60 and 60–65 minutes.</summary>
    private static ReportParts Parts(params SummarizedPart[] segments) => new(
        new Video { Id = "1", Title = "A talk", Extractor = "vimeo", Url = new Uri("https://vimeo.com/1"), Duration = Minutes(65) },
        new Transcript(
            [
                new Cue(SampleReports.Seconds(0), SampleReports.Seconds(10), "a"),
                new Cue(SampleReports.Seconds(5), SampleReports.Seconds(8), "b"),
                new Cue(SampleReports.Seconds(9), SampleReports.Seconds(12.25), "c"),
                new Cue(SampleReports.Seconds(3600), SampleReports.Seconds(3604), "d"),
            ],
            SampleReports.English, TranscriptSource.ManualCaptions, null),
        [
            new HourRef(0, Minutes(0), Minutes(60),
                [new SegmentRef(0, Minutes(0), Minutes(5), null), new SegmentRef(1, Minutes(5), Minutes(60), null)]),
            new HourRef(1, Minutes(60), Minutes(65), [new SegmentRef(2, Minutes(60), Minutes(65), null)]),
        ],
        segments, [Ok, Ok], Ok, [], []);

    private static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);
}
