using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Failures;
using Yttl.Core.Json;
using Yttl.Core.Reports;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.UrlLists;

/// <summary>An uploaded list, parsed and checked.</summary>
/// <param name="Name">The name of the list, and of its results.</param>
public sealed record UrlListInput(
    string Name,
    IReadOnlyList<UrlListEntry> Entries,
    IReadOnlyList<RejectedLine> Rejected,
    RunOptions Options,
    ExecutionOptions Execution)
{
    /// <summary>What a listing shows as the source of the run.</summary>
    [JsonIgnore]
    public string Source => $"url-lists/{Name}";
}

/// <summary>The results of a list: all its lines, without exception.</summary>
/// <param name="IsFinal">False while sources are still running.</param>
public sealed record UrlListResults(
    string Name, bool IsFinal, IReadOnlyList<UrlListOutcome> Accepted, IReadOnlyList<RejectedLine> Rejected) : IRunResult
{
    /// <summary>
    /// Of the accepted lines: a rejected one is rejected every time. Where all are rejected, the list failed; where it
    /// has none, there is nothing to do.
    /// </summary>
    RunStatus IRunResult.Status =>
        Accepted is [] && Rejected is [] ? RunStatus.Complete
        : Accepted.All(line => line.Status is RunStatus.Failed) ? RunStatus.Failed
        : Accepted.All(line => line.Status is RunStatus.Complete) ? RunStatus.Complete
        : RunStatus.Partial;

    string? IRunResult.Title => Name;

    int IRunResult.Gaps => Accepted.Sum(line => line.Gaps ?? 0);

    /// <summary>Where no line is accepted, why the first is not.</summary>
    Failure? IRunResult.Failure => Accepted is [] && Rejected is [var first, ..] ? first.Failure : null;
}

/// <param name="Line">Counted from 1.</param>
/// <param name="Status">Null until the run has ended.</param>
public sealed record UrlListOutcome(int Line, string Source, RunId Id, RunStatus? Status, int? Gaps, Failure? Failure)
{
    [JsonIgnore]
    public bool HasReport => Status is RunStatus.Complete or RunStatus.Partial;
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(UrlListInput))]
[JsonSerializable(typeof(UrlListResults))]
[JsonSerializable(typeof(PlainOutcome))]
public sealed partial class UrlListsJson : JsonSerializerContext;
