using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;
using Yttl.Workflows.UrlLists;

namespace Yttl.Workflows.Http;

/// <summary>The answer to a source whose run is accepted, running or complete.</summary>
public sealed record AcceptedDocument(RunId Id, RunStatus State, string StatusUrl, string ReportUrl);

/// <summary>The progress of one run. Counts are real, never an estimate.</summary>
/// <param name="Videos">For a list: the result of each video's run, as soon as it has ended.</param>
public sealed record StatusDocument(
    RunId Id,
    RunStatus State,
    string? Source,
    string? Title,
    RunPhase? Phase,
    int? Done,
    int? Total,
    DateTimeOffset Created,
    DateTimeOffset Updated,
    int? Gaps,
    IReadOnlyList<string>? Notes,
    Failure? Failure,
    string StatusUrl,
    string ReportUrl,
    IReadOnlyList<VideoDocument>? Videos)
{
    private const string Superseded =
        "Another version of the app started this run. Its next generation continues it within minutes.";

    internal static StatusDocument From(RunSnapshot run) => new(
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
            PlaylistResult list => [.. list.Videos.Select(VideoDocument.From)],
            UrlListResults list => [.. list.Accepted.Select(VideoDocument.From)],
            _ => null,
        });

    private static IReadOnlyList<string>? NotesOf(IRunResult? result) => result switch
    {
        VideoResult video => video.Notes,
        PlaylistResult { Notes: [_, ..] notes } => notes,
        UrlListResults { Rejected: [_, ..] rejected } => [.. rejected.Select(line => $"Line {line.Line}: {line.Failure.Message}")],
        _ => null,
    };
}

/// <param name="ReportUrl">Null where the video has no report.</param>
public sealed record VideoDocument(
    RunId Id, string Source, string? Title, RunStatus State, int Gaps, Failure? Failure, string? ReportUrl)
{
    internal static VideoDocument From(VideoResult video) => new(
        video.RunId,
        video.Source,
        video.Title,
        video.Status,
        video.Gaps,
        video.Failure,
        video.Report is null ? null : ApiPaths.Report(video.RunId));

    internal static VideoDocument From(UrlListOutcome line) => new(
        line.Id,
        line.Source,
        Title: null,
        line.Status ?? RunStatus.Queued,
        line.Gaps ?? 0,
        line.Failure,
        line.HasReport ? ApiPaths.Report(line.Id) : null);
}

/// <param name="Summaries">Newest first.</param>
public sealed record ListDocument(IReadOnlyList<StatusDocument> Summaries);

/// <param name="Line">Counted from 1.</param>
public sealed record BatchLineDocument(int Line, string Source, RunId Id, RunStatus State, string StatusUrl);

/// <param name="Line">Counted from 1.</param>
public sealed record BatchProblemDocument(int Line, string Code, string Detail);

public sealed record BatchDocument(
    IReadOnlyList<BatchLineDocument> Accepted, IReadOnlyList<BatchProblemDocument> Rejected);

/// <summary>RFC 9457, <c>application/problem+json</c>.</summary>
/// <param name="Code">Stable and dotted, the same as in every failure.</param>
public sealed record ProblemDocument(string Title, int Status, string Detail, string Code);
