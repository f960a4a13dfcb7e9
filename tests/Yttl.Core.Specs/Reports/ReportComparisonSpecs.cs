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
