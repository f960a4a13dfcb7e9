using Yttl.Workflows.Runs;

namespace Yttl.Workflows.Http;

/// <summary>Makes the status of a run for the caller.</summary>
internal static class StatusDocuments
{
    private const string Superseded =
        "Another version of the app started this run. Its next generation continues it within minutes.";

    public static StatusDocument Of(RunSnapshot run) => new(
        run.Id,
        run.State,
        run.Source ?? run.Video?.Source,
        run.Video?.Title ?? run.List?.Title,
        run.IsOver ? null : run.Progress?.Phase,
        run.IsOver ? null : run.Progress?.Done,
        run.IsOver ? null : run.Progress?.Total,
        run.Created,
        run.Updated,
        run.Video?.Gaps ?? run.List?.Videos.Sum(video => video.Gaps),
        run.IsSuperseded ? [Superseded] : run.Video?.Notes ?? (run.List is { Notes: [_, ..] notes } ? notes : null),
        run.Video?.Failure ?? run.List?.Failure,
        ApiPaths.Status(run.Id),
        ApiPaths.Report(run.Id),
        run.List is { } list ? [.. list.Videos.Select(Of)] : null);

    private static VideoDocument Of(VideoResult video) => new(
        video.RunId,
        video.Source,
        video.Title,
        video.Status,
        video.Gaps,
        video.Failure,
        video.Report is null ? null : ApiPaths.Report(video.RunId));
}
