using Yttl.Core.Reports;
using Yttl.Core.Summaries;

namespace Yttl.Workflows.Specs.Memory;

/// <summary>Which command is the same run as another.</summary>
public sealed class RunIdsSpecs
{
    private static readonly SummaryOptions Summary =
        new("local", "m", null, SummaryLength.Medium, SummaryStyle.Narrative, null) { InputTokens = 2500 };

    private static readonly RunOptions Options = new(null, null, [], Summary, Window: 3, [ReportFormat.Html], "out");

    [Fact]
    public void What_changes_only_how_the_work_is_done_is_the_same_run() => new[]
    {
        Options,
        Options with { Window = 1 },
        Options with { Formats = [ReportFormat.Json] },
        Options with { OutputFolder = "elsewhere" },
        Options with { TimeLimit = TimeSpan.FromHours(1) },
        Options with { OnDemand = true },
        Options with { Summary = Summary with { InputTokens = 9_000 } },
    }.Select(IdOf).Distinct().ShouldHaveSingleItem();

    [Fact]
    public void What_changes_the_result_is_another_run() => new[]
    {
        Options,
        Options with { SponsorBlock = ["sponsor"] },
        Options with { Summary = Summary with { Model = "another" } },
        Options with { Summary = Summary with { ModelRevision = "another file" } },
        Options with { Summary = Summary with { Length = SummaryLength.Short } },
    }.Select(IdOf).ShouldBeUnique();

    private static RunId IdOf(RunOptions options) => RunIds.Of(new VideoInput("https://example.org/talk", options), isList: false);
}
