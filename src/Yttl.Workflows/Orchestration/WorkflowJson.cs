using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Json;
using Yttl.Workflows.Runs;

namespace Yttl.Workflows.Orchestration;

/// <summary>
/// The JSON of what workflows take and return, in the form of all data that is stored or passed between steps:
/// camelCase, times as seconds, no nulls.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TranscriptInput))]
[JsonSerializable(typeof(TranscriptResult))]
[JsonSerializable(typeof(PlanInput))]
[JsonSerializable(typeof(PlanResult))]
[JsonSerializable(typeof(PlanListResult))]
[JsonSerializable(typeof(AskInput))]
[JsonSerializable(typeof(AskResult))]
public sealed partial class WorkflowJson : JsonSerializerContext;
