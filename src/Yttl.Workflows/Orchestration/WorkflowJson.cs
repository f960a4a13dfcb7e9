using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Json;

namespace Yttl.Workflows.Orchestration;

/// <summary>
/// The JSON of what workflows take and return. As everything that is stored or travels between steps: camelCase, times as
/// seconds, no nulls.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TranscriptInput))]
[JsonSerializable(typeof(TranscriptResult))]
[JsonSerializable(typeof(PlanInput))]
[JsonSerializable(typeof(PlanResult))]
public sealed partial class WorkflowJson : JsonSerializerContext;
