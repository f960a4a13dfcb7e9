namespace Yttl.Cli.Json;

/// <summary>What <c>runs list --json</c> writes; of <c>runs show --json</c> it is the one run and its videos'.</summary>
internal sealed record RunsDocument(string Schema, IReadOnlyList<RunDocument> Runs)
{
    public static RunsDocument Of(IEnumerable<RunDocument> runs) => new("yttl/runs@1", [.. runs]);
}

/// <param name="State">
/// <c>running</c>, <c>complete</c>, <c>partial</c>, <c>failed</c>, <c>terminated</c>; <c>stopped</c> where the process
/// is gone and wrote nothing else.
/// </param>
/// <param name="Result">Of the last time it came to an end.</param>
internal sealed record RunDocument(
    string Id, string State, string Source, DateTimeOffset Started, DateTimeOffset? Ended, ResultDocument? Result);
