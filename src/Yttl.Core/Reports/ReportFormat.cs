using System.Text.Json.Serialization;

namespace Yttl.Core.Reports;

[JsonConverter(typeof(JsonStringEnumConverter<ReportFormat>))]
public enum ReportFormat
{
    [JsonStringEnumMemberName("html")] Html,
    [JsonStringEnumMemberName("md")] Markdown,
    [JsonStringEnumMemberName("json")] Json,
    [JsonStringEnumMemberName("srt")] SubRip,
    [JsonStringEnumMemberName("vtt")] WebVtt,
}
