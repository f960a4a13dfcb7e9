using System.Text.Json.Serialization;

namespace Yttl.Core.Reports;

/// <summary>
/// Where a run stands, in the words of every JSON; reports and exit codes rest on them. Of the runs that ended, the worst is
/// the greatest.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunStatus>))]
public enum RunStatus
{
    [JsonStringEnumMemberName("queued")] Queued,
    [JsonStringEnumMemberName("running")] Running,
    [JsonStringEnumMemberName("complete")] Complete,

    /// <summary>A report was written and names its gaps.</summary>
    [JsonStringEnumMemberName("partial")] Partial,
    [JsonStringEnumMemberName("failed")] Failed,

    /// <summary>The user stopped it, or its process is gone.</summary>
    [JsonStringEnumMemberName("terminated")] Terminated,
}
