using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Json;

namespace Yttl.Core.ModelWarmUp;

/// <summary>The purpose of a model server.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ModelRole>))]
public enum ModelRole
{
    [JsonStringEnumMemberName("speech")] Speech,
    [JsonStringEnumMemberName("summaries")] Summaries,
}

public sealed record AwaitModelRequest(ModelRole Role);

/// <param name="RetryAfter">Time until the next check; null where the server is ready or cannot be checked.</param>
/// <param name="Reason">Why it is not ready; null where it is.</param>
public sealed record AwaitModelOutcome(TimeSpan? RetryAfter, string? Reason);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AwaitModelRequest))]
[JsonSerializable(typeof(AwaitModelOutcome))]
public sealed partial class ReadinessJson : JsonSerializerContext;
