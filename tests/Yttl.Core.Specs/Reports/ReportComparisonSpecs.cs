using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Core.Summaries;

namespace Yttl.Core.Specs.Reports;

public sealed class ReportComparisonSpecs
{
    [Fact]
    public void Two_runs_that_gave_the_same_differ_in_nothing_but_their_times()
    {
        var slower = SampleReports.Small() with { Performance = null, Notes = ["slower"] };

        ReportComparison.Differences(SampleReports.Small(), slower, withText: true).ShouldBeEmpty();
    }

    public static TheoryData<string, Func<Report, Report>> Changes => new()
    {
        { "the state", report => report with { Status = RunStatus.Partial } },
        { "the seconds covered", report => report with { Transcript = report.Transcript with { CoveredSeconds = 1 } } },
        { "cue 2", report => report with { Transcript = WithCue(report, 1, "lost") } },
        { "cues in one", report => report with { Transcript = report.Transcript with { Cues = report.Transcript.Cues.Skip(1).ToList() } } },
        { "segment 2", report => WithSegment(report, segment => segment with { Status = SummaryStatus.Failed }) },
        { "segment 2", report => WithSegment(report, segment => segment with { Url = null }) },
        { "segment 2", report => WithSegment(report, segment => segment with { Start = TimeSpan.Zero }) },
        { "removed ranges", report => report with { Removed = [] } },
        { "gaps", report => report with { Gaps = [new ReportGap(default, default, "hour", FailureCategory.Api, "no")] } },
    };

    [Theory, MemberData(nameof(Changes))]
    public void Whatever_is_not_the_same_is_named(string named, Func<Report, Report> change) =>
        ReportComparison.Differences(SampleReports.Small(), change(SampleReports.Small()), withText: false)
            .ShouldHaveSingleItem().ShouldContain(named);

    [Fact]
    public void Texts_count_only_where_the_model_always_writes_the_same()
    {
        var other = WithSegment(SampleReports.Small(), segment => segment with { Summary = "in other words" });

        ReportComparison.Differences(SampleReports.Small(), other, withText: false).ShouldBeEmpty();
        ReportComparison.Differences(SampleReports.Small(), other, withText: true).ShouldHaveSingleItem().ShouldContain("segment 2");
    }

    [Fact]
    public void Minutes_are_compared_with_their_owners_and_by_models_that_always_answer_the_same()
    {
        var (one, other) = (SampleReports.Minutes(), SampleReports.Minutes());
        other = SampleReports.WithMinutes(
            other, other.Overall.Decisions!, [SampleReports.Action("Count the crabs.", "Zoe", "by next Friday"), other.Overall.Actions![1]],
            other.Overall.Questions);

        ReportComparison.Differences(one, other, withText: true).ShouldBe(["minutes item 2 is not the same"]);
        ReportComparison.Differences(one, other, withText: false).ShouldBeEmpty();
        ReportComparison.Differences(one, SampleReports.Minutes(), withText: true).ShouldBeEmpty();
    }

    [Fact]
    public void The_same_words_of_speech_may_stand_in_other_cues()
    {
        var one = Speech(Cue(0, 6, "One cue with both: it says all."), Cue(7, 9, "今天天气很好"));
        var other = Speech(Cue(0, 2, "One cue"), Cue(2.2, 6.1, "with both. It says all."), Cue(7, 8, "今天天"), Cue(8, 9, "气很好"));

        ReportComparison.Differences(one, other, withText: true).ShouldBeEmpty();
    }

    [Fact]
    public void A_lost_word_and_a_word_at_another_time_are_named_with_their_times()
    {
        var one = Speech(Cue(0, 6, "the tide is out"), Cue(65, 70, "and then it comes back"));

        ReportComparison.Differences(one, Speech(Cue(0, 6, "the tide is out"), Cue(65, 70, "and it comes back")), withText: false)
            .ShouldBe(["the words are not the same: 'then' at 1:05 in one, 'it' at 1:05 in the other"]);
        ReportComparison.Differences(one, Speech(Cue(0, 6, "the tide is out"), Cue(65, 70, "and then it comes")), withText: false)
            .ShouldBe(["the words are not the same: 'back' at 1:05 in one, nothing more in the other"]);
        ReportComparison.Differences(one, Speech(Cue(0, 6, "the tide is out"), Cue(125, 130, "and then it comes back")), withText: false)
            .ShouldBe(["5 words have other times: 'and' at 1:05 in one, 'and' at 2:05 in the other"]);
    }

    [Fact]
    public void Segments_of_speech_may_begin_at_a_border_of_another_cue_and_not_in_another_minute()
    {
        var one = Speech(Cue(0, 6, "the tide is out"));

        ReportComparison.Differences(one, WithSegment(one, Moved(2)), withText: false).ShouldBeEmpty();
        ReportComparison.Differences(one, WithSegment(one, Moved(60)), withText: false)
            .ShouldHaveSingleItem().ShouldContain("segment 2");

        static Func<ReportSegment, ReportSegment> Moved(double seconds) =>
            segment => segment with { Start = segment.Start + TimeSpan.FromSeconds(seconds) };
    }

    private static Report Speech(params Cue[] cues)
    {
        var small = SampleReports.Small();
        return small with { Transcript = small.Transcript with { Source = TranscriptSource.Whisper, Cues = cues } };
    }

    private static Cue Cue(double start, double end, string text) =>
        new(SampleReports.Seconds(start), SampleReports.Seconds(end), text);

    private static ReportTranscript WithCue(Report report, int index, string text)
    {
        Cue[] cues = [.. report.Transcript.Cues];
        cues[index] = cues[index] with { Text = text };
        return report.Transcript with { Cues = cues };
    }

    private static Report WithSegment(Report report, Func<ReportSegment, ReportSegment> change)
    {
        var hour = report.Hours[0];
        return report with { Hours = [hour with { Segments = [hour.Segments[0], change(hour.Segments[1])] }] };
    }
}
