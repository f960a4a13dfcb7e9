using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.Core.Reports;
using Yttl.Workflows.Runs;

namespace Yttl.Cli.Json;

/// <summary>What <c>summarize --json</c> and <c>batch --json</c> write.</summary>
/// <param name="Status">Of all results together, as the exit code says it.</param>
/// <param name="Results">One per video.</param>
/// <param name="Lists">One per playlist with an index page, which is the file of its result.</param>
internal sealed record ResultsDocument(
    string Schema, RunStatus Status, IReadOnlyList<ResultDocument> Results, IReadOnlyList<ResultDocument> Lists)
{
    public static ResultsDocument From(
        RunStatus status, IEnumerable<VideoResult> videos, IEnumerable<VideoResult> lists) => new(
        "yttl/results@1", status, [.. videos.Select(ResultDocument.From)], [.. lists.Select(ResultDocument.From)]);
}

/// <param name="Files">Full paths, in the order of the requested formats.</param>
/// <param name="Errors">Failed attempts of calls, by provider and category.</param>
internal sealed record ResultDocument(
    string Source,
    RunStatus Status,
    string? Id,
    string? Title,
    IReadOnlyList<string> Files,
    int Gaps,
    IReadOnlyList<string> Notes,
    Failure? Failure,
    int Retries,
    IReadOnlyList<CallErrors> Errors)
{
    public static ResultDocument From(VideoResult result) => new(
        result.Source,
        result.Status,
        result.Id,
        result.Title,
        result.Files,
        result.Gaps,
        result.Notes,
        result.Failure,
        result.Retries,
        result.Errors);
}
