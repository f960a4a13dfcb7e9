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
    ExecutionOptions Execution);

/// <summary>The results of a list: all its lines, without exception.</summary>
/// <param name="IsFinal">False while sources are still running.</param>
public sealed record UrlListResults(
    string Name, bool IsFinal, IReadOnlyList<UrlListOutcome> Accepted, IReadOnlyList<RejectedLine> Rejected);

/// <param name="Line">Counted from 1.</param>
/// <param name="Status">Null until the run has ended.</param>
public sealed record UrlListOutcome(int Line, string Source, RunId Id, RunStatus? Status, int? Gaps, Failure? Failure);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(UrlListInput))]
[JsonSerializable(typeof(UrlListResults))]
[JsonSerializable(typeof(PlainOutcome))]
public sealed partial class UrlListsJson : JsonSerializerContext;
