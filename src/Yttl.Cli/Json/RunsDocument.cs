using Yttl.Core.Failures;
using Yttl.Core.Reports;

namespace Yttl.Cli.Json;

/// <summary>
/// What <c>runs list --json</c> writes. <c>runs show --json</c> writes one run and those of its videos.
/// </summary>
internal sealed record RunsDocument(string Schema, IReadOnlyList<RunDocument> Runs)
{
    public static RunsDocument From(IEnumerable<RunDocument> runs) => new("yttl/runs@1", [.. runs]);
}

/// <param name="State">Of the last execution with a report, where there is one and none is under way.</param>
/// <param name="Result">The result of that execution; else of the last one that ended.</param>
/// <param name="Traits">
/// What tells it apart from other runs of the same video: who wrote it, then options that are not the default. Empty for
/// a video of a list.
/// </param>
/// <param name="Attempt">A later execution that ended without a report; null where there is none.</param>
internal sealed record RunDocument(
    string Id,
    RunStatus State,
    string Source,
    DateTimeOffset Started,
    DateTimeOffset? Ended,
    ResultDocument? Result,
    IReadOnlyList<string> Traits,
    AttemptDocument? Attempt);

internal sealed record AttemptDocument(DateTimeOffset Started, RunStatus State, Failure? Failure);
