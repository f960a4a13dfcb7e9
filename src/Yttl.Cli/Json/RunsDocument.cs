using Yttl.Core.Reports;

namespace Yttl.Cli.Json;

/// <summary>
/// What <c>runs list --json</c> writes. <c>runs show --json</c> writes one run and those of its videos.
/// </summary>
internal sealed record RunsDocument(string Schema, IReadOnlyList<RunDocument> Runs)
{
    public static RunsDocument From(IEnumerable<RunDocument> runs) => new("yttl/runs@1", [.. runs]);
}

/// <param name="Result">The result of the last time that the run ended.</param>
internal sealed record RunDocument(
    string Id, RunStatus State, string Source, DateTimeOffset Started, DateTimeOffset? Ended, ResultDocument? Result);
