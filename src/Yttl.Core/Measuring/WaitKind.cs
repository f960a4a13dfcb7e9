using System.Text.Json.Serialization;

namespace Yttl.Core.Measuring;

/// <summary>Why a step or a call waited.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WaitKind>))]
public enum WaitKind
{
    /// <summary>For its turn under a shared limit, or for a place in a server.</summary>
    [JsonStringEnumMemberName("queue")] Queue,

    /// <summary>The provider asked for fewer calls.</summary>
    [JsonStringEnumMemberName("rate-limit")] RateLimit,

    /// <summary>After a failed attempt, before the next one.</summary>
    [JsonStringEnumMemberName("back-off")] BackOff,
}
