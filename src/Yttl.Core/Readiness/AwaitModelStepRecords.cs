using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Json;

namespace Yttl.Core.Readiness;

/// <summary>What a model server is there for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ModelRole>))]
public enum ModelRole
{
    [JsonStringEnumMemberName("speech")] Speech,
    [JsonStringEnumMemberName("summaries")] Summaries,
}

public sealed record AwaitModelRequest(ModelRole Role);

/// <param name="RetryAfter">When to ask again; null when it is ready, or cannot be asked.</param>
/// <param name="Reason">What it said, where it is not ready.</param>
public sealed record AwaitModelOutcome(TimeSpan? RetryAfter, string? Reason);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AwaitModelRequest))]
[JsonSerializable(typeof(AwaitModelOutcome))]
public sealed partial class ReadinessJson : JsonSerializerContext;
