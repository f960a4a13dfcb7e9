using System.Text.Json.Serialization;

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
