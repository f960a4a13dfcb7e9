using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Text;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;
using Yttl.Workflows.UrlLists;

namespace Yttl.Workflows.Http;

/// <summary>A report to render and stream: either of the two.</summary>
/// <param name="Report">The <see cref="Core.Reports.Report"/> of a video.</param>
/// <param name="Index">The data of the page over the reports of a list.</param>
/// <param name="FileName">The name that a browser saves it under.</param>
public sealed record ReportDelivery(ArtifactRef? Report, IndexRequest? Index, ReportFormat Format, string FileName)
{
    /// <summary>
    /// Renders the report in full: renderers write synchronously, and responses only accept asynchronous writes.
    /// </summary>
    /// <returns>At its start; disposing deletes it.</returns>
    /// <exception cref="YttlException"><c>artifact.missing</c>, <c>artifact.read</c>.</exception>
    public async Task<Stream> RenderAsync(IArtifactStore artifacts, CancellationToken cancellationToken)
    {
        var spool = Spool.Open();
        try
        {
            if (Index is { } index)
                await RenderIndexStep.WriteAsync(index, spool, cancellationToken);
            else
                await Format.WriteAsync(
                    await artifacts.ReadJsonAsync(Report!.Value, ReportsJson.Default.Report, cancellationToken),
                    folder: null, spool, cancellationToken);
            spool.Position = 0;
            return spool;
        }
        catch
        {
            await spool.DisposeAsync();
            throw;
        }
    }

    /// <summary>The answer where <see cref="RenderAsync"/> fails.</summary>
    public static ApiAnswer Unreadable(Failure failure) => ApiAnswer.Problem(
        failure.Code is "artifact.missing" ? 404 : 503, "The report cannot be read", failure.Code, failure.Message);

    internal static (ReportDelivery? Report, ApiAnswer? Refusal) Of(RunSnapshot run, ReportFormat format)
    {
        if (!run.IsOver)
            return (null, ApiAnswer.Problem(
                409, "The report is not there yet", "run.running", $"The run {run.Id} is not over: ask {ApiPaths.Status(run.Id)}."));
        if (run.Result is VideoResult { Report: { } report, Id: { } video })
            return (new ReportDelivery(report, null, format, $"{ReportFileName.For(video)}.{format.Name}"), null);
        if (EntriesOf(run.Result) is { } entries)
            return format == ReportFormat.Html
                ? (new ReportDelivery(null, IndexOf(run, entries), format, $"{ReportFileName.For(TitleOf(run))}.html"), null)
                : (null, None(
                    "report.none", "A list has an index page only: leave the format out. Its videos have their reports in every format."));
        return (null, None(
            run.Result?.Failure?.Code ?? "report.none", run.Result?.Failure?.Message ?? $"The run {run.Id} ended without one."));
    }

    private static ApiAnswer None(string code, string detail) => ApiAnswer.Problem(404, "There is no report", code, detail);

    /// <summary>The page links to the reports of its videos by addresses that are relative to its own.</summary>
    private static IndexRequest IndexOf(RunSnapshot run, IEnumerable<IndexEntry> entries) =>
        new(run.Result!.Title, run.Source ?? "", [.. entries], ApiPaths.Folder(run.Id));

    /// <returns>Null where the result is not that of a list that could be read.</returns>
    private static IEnumerable<IndexEntry>? EntriesOf(IRunResult? result) => result switch
    {
        { Failure: not null } => null,
        PlaylistResult list => [.. list.Videos.Select(video => new IndexEntry(
            video.Title ?? Redaction.In(video.Source),
            video.Status,
            video.Report is null ? null : ReportOf(video.RunId),
            video.Gaps,
            video.Failure)
        {
            Duration = video.Duration,
            Lead = video.Lead,
        }), .. Missing(list)],
        UrlListResults list => list.Accepted.Select(line => new IndexEntry(
            Redaction.In(line.Source), line.Status ?? RunStatus.Queued,
            line.HasReport ? ReportOf(line.Id) : null, line.Gaps ?? 0, line.Failure)),
        _ => null,
    };

    /// <summary>The videos without an entry of their own: no reader takes the list for whole without them.</summary>
    private static IEnumerable<IndexEntry> Missing(PlaylistResult list)
    {
        foreach (var page in list.Hidden)
            yield return new IndexEntry($"The {page.Words}", RunStatus.Failed, null, 0, page.Failure);
        if (list.LeftOut > 0)
            yield return new IndexEntry($"{list.LeftOut} more videos", RunStatus.Failed, null, 0, new Failure(
                FailureCategory.Input,
                "list.left-out",
                $"They are left out by {SettingName.For("max_list_entries")}: raise it and ask for the list again."));
    }

    private static string TitleOf(RunSnapshot run) => run.Result?.Title ?? "playlist";

    private static string ReportOf(RunId run) => $"{ApiPaths.Folder(run)}/report";
}
