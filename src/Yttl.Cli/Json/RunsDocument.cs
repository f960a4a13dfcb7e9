using Yttl.Core.Reports;

namespace Yttl.Cli.Json;

/// <summary>What <c>runs list --json</c> writes; of <c>runs show --json</c> it is the one run and its videos'.</summary>
internal sealed record RunsDocument(string Schema, IReadOnlyList<RunDocument> Runs)
{
    public static RunsDocument From(IEnumerable<RunDocument> runs) => new("yttl/runs@1", [.. runs]);
}

/// <param name="Result">Of the last time it came to an end.</param>
internal sealed record RunDocument(
    string Id, RunStatus State, string Source, DateTimeOffset Started, DateTimeOffset? Ended, ResultDocument? Result);
