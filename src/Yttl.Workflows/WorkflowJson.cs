using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Json;
using Yttl.Core.Measuring;

namespace Yttl.Workflows;

/// <summary>
/// The JSON of what workflows take and return. As everything that is stored or travels between steps: camelCase, times as
/// seconds, no nulls.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RunInput))]
[JsonSerializable(typeof(VideoResult))]
[JsonSerializable(typeof(PlaylistResult))]
[JsonSerializable(typeof(TranscriptInput))]
[JsonSerializable(typeof(TranscriptResult))]
[JsonSerializable(typeof(PlanInput))]
[JsonSerializable(typeof(PlanResult))]
[JsonSerializable(typeof(RunProgress))]
[JsonSerializable(typeof(CarriedFailure))]
[JsonSerializable(typeof(RememberedResult))]
[JsonSerializable(typeof(IReadOnlyList<DelayRecord>))]
public sealed partial class WorkflowJson : JsonSerializerContext;
