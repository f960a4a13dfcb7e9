using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Failures;
using Yttl.Core.Json;
using Yttl.Core.Reports;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.UrlLists;

/// <summary>An uploaded list, read and vetted.</summary>
/// <param name="Name">The list's own name, which its results are called by.</param>
public sealed record UrlListInput(
    string Name,
    IReadOnlyList<UrlListEntry> Entries,
    IReadOnlyList<RejectedLine> Rejected,
    RunOptions Options,
    ExecutionOptions Execution);

/// <param name="Line">From 1.</param>
/// <param name="IsList">Whether it may be many videos.</param>
public sealed record UrlListEntry(int Line, string Source, bool IsList);

/// <summary>What became of a list: all its lines, none of them lost.</summary>
/// <param name="IsFinal">False while sources are still worked on.</param>
public sealed record UrlListResults(
    string Name, bool IsFinal, IReadOnlyList<UrlListOutcome> Accepted, IReadOnlyList<RejectedLine> Rejected);

/// <param name="Line">From 1.</param>
/// <param name="Status">Null until it is over.</param>
public sealed record UrlListOutcome(int Line, string Source, RunId Id, RunStatus? Status, int? Gaps, Failure? Failure);

/// <summary>Nothing to say: it is written.</summary>
public sealed record UrlListWritten;

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(UrlListInput))]
[JsonSerializable(typeof(UrlListResults))]
[JsonSerializable(typeof(UrlListWritten))]
public sealed partial class UrlListsJson : JsonSerializerContext;
