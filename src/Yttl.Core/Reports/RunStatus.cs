using System.Text.Json.Serialization;

namespace Yttl.Core.Reports;

/// <summary>How a run ended; part of the report's contract, and what exit codes follow.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunStatus>))]
public enum RunStatus
{
    [JsonStringEnumMemberName("complete")] Complete,

    /// <summary>A report was written and names its gaps.</summary>
    [JsonStringEnumMemberName("partial")] Partial,

    [JsonStringEnumMemberName("failed")] Failed,
}
