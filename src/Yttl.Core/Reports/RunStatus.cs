using System.Text.Json.Serialization;

namespace Yttl.Core.Reports;

/// <summary>
/// The state of a run, in the words of every JSON; reports and exit codes depend on them. Of the runs that ended, the
/// worst has the greatest value.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunStatus>))]
public enum RunStatus
{
    [JsonStringEnumMemberName("queued")] Queued,
    [JsonStringEnumMemberName("running")] Running,
    [JsonStringEnumMemberName("complete")] Complete,

    /// <summary>A report is written and names its gaps.</summary>
    [JsonStringEnumMemberName("partial")] Partial,
    [JsonStringEnumMemberName("failed")] Failed,

    /// <summary>The user stopped it, or its process is gone.</summary>
    [JsonStringEnumMemberName("terminated")] Terminated,
}
