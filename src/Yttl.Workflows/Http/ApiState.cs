using System.Text.Json.Serialization;

namespace Yttl.Workflows.Http;

/// <summary>Where a run stands; part of the HTTP contract.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ApiState>))]
public enum ApiState
{
    [JsonStringEnumMemberName("queued")] Queued,
    [JsonStringEnumMemberName("running")] Running,
    [JsonStringEnumMemberName("complete")] Complete,

    /// <summary>A report is there and names its gaps.</summary>
    [JsonStringEnumMemberName("partial")] Partial,
    [JsonStringEnumMemberName("failed")] Failed,

    /// <summary>Somebody stopped it.</summary>
    [JsonStringEnumMemberName("terminated")] Terminated,
}
