using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Callbacks;
using Yttl.Core.Json;
using Yttl.Core.Performance;
using Yttl.Core.Readiness;
using Yttl.Workflows.UrlLists;

namespace Yttl.Workflows;

/// <summary>The JSON of what workflows take and return, in the same form as the steps' (<see cref="CoreJson"/>).</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter)],
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
[JsonSerializable(typeof(UrlListInput))]
[JsonSerializable(typeof(UrlListResults))]
[JsonSerializable(typeof(UrlListWritten))]
[JsonSerializable(typeof(RememberedResult))]
[JsonSerializable(typeof(IReadOnlyList<DelayRecord>))]
[JsonSerializable(typeof(CallbackRequest))]
[JsonSerializable(typeof(CallbackOutcome))]
[JsonSerializable(typeof(AwaitModelRequest))]
[JsonSerializable(typeof(AwaitModelOutcome))]
public sealed partial class WorkflowJson : JsonSerializerContext;
