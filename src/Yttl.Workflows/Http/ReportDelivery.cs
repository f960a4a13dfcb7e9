using Yttl.Core.Artifacts;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Writing;

namespace Yttl.Workflows.Http;

/// <summary>A report to render and stream.</summary>
/// <param name="Report">A <see cref="Core.Reports.Report"/>.</param>
/// <param name="FileName">The name that a browser saves it under.</param>
public sealed record ReportDelivery(ArtifactRef Report, ReportFormat Format, string FileName)
{
    internal static (ReportDelivery? Report, ApiAnswer? Refusal) Of(RunSnapshot run, ReportFormat format)
    {
        if (!run.IsOver)
            return (null, ApiAnswer.Problem(
                409, "The report is not there yet", "run.running", $"The run {run.Id} is not over: ask {ApiPaths.Status(run.Id)}."));
        if (run.Video is { Report: { } report, Id: { } video })
            return (new ReportDelivery(report, format, $"{ReportFileName.For(video)}.{format.Name}"), null);
        return (null, ApiAnswer.Problem(
            404,
            "There is no report",
            run.Video?.Failure?.Code ?? "report.none",
            run.List is not null
                ? "A list has a report for each of its videos: their addresses are in its status."
                : run.Video?.Failure?.Message ?? $"The run {run.Id} ended without one."));
    }
}
