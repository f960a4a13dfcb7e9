using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Json;

namespace Yttl.Workflows.Http;

/// <summary>The JSON of the HTTP contract. An unknown member is an error.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(ShownTextConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(SummaryBody))]
[JsonSerializable(typeof(AcceptedDocument))]
[JsonSerializable(typeof(StatusDocument))]
[JsonSerializable(typeof(ListDocument))]
[JsonSerializable(typeof(BatchDocument))]
[JsonSerializable(typeof(ProblemDocument))]
[JsonSerializable(typeof(HealthDocument))]
[JsonSerializable(typeof(ModelLoadDocument))]
[JsonSerializable(typeof(CallbackDocument))]
[JsonSerializable(typeof(PlanDocument))]
[JsonSerializable(typeof(PlanListDocument))]
[JsonSerializable(typeof(PendingDocument))]
[JsonSerializable(typeof(AskBody))]
[JsonSerializable(typeof(AnswerDocument))]
public sealed partial class ApiJson : JsonSerializerContext;
