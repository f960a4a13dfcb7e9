using Yttl.Core.Reports;
using Yttl.Workflows.Runs;
using Yttl.Workflows.UrlLists;

namespace Yttl.Workflows.Http;

/// <summary>Makes the status of a run for the caller.</summary>
internal static class StatusDocuments
{
    private const string Superseded =
        "Another version of the app started this run. Its next generation continues it within minutes.";

    public static StatusDocument Of(RunSnapshot run) => new(
        run.Id,
        run.State,
        run.Source ?? (run.Result as VideoResult)?.Source,
        run.Result?.Title,
        run.IsOver ? null : run.Progress?.Phase,
        run.IsOver ? null : run.Progress?.Done,
        run.IsOver ? null : run.Progress?.Total,
        run.Created,
        run.Updated,
        run.Result?.Gaps,
        run.IsSuperseded ? [Superseded] : NotesOf(run.Result),
        run.Result?.Failure,
        ApiPaths.Status(run.Id),
        ApiPaths.Report(run.Id),
        run.Result switch
        {
            PlaylistResult list => [.. list.Videos.Select(Of)],
            UrlListResults list => [.. list.Accepted.Select(Of)],
            _ => null,
        });

    private static IReadOnlyList<string>? NotesOf(IRunResult? result) => result switch
    {
        VideoResult video => video.Notes,
        PlaylistResult { Notes: [_, ..] notes } => notes,
        UrlListResults { Rejected: [_, ..] rejected } => [.. rejected.Select(line => $"Line {line.Line}: {line.Failure.Message}")],
        _ => null,
    };

    private static VideoDocument Of(VideoResult video) => new(
        video.RunId,
        video.Source,
        video.Title,
        video.Status,
        video.Gaps,
        video.Failure,
        video.Report is null ? null : ApiPaths.Report(video.RunId));

    private static VideoDocument Of(UrlListOutcome line) => new(
        line.Id,
        line.Source,
        Title: null,
        line.Status ?? RunStatus.Queued,
        line.Gaps ?? 0,
        line.Failure,
        line.HasReport ? ApiPaths.Report(line.Id) : null);
}
