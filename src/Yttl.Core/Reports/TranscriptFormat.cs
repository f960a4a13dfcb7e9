using System.Text.Json.Serialization;

namespace Yttl.Core.Reports;

/// <summary>What a transcript alone can be written as.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TranscriptFormat>))]
public enum TranscriptFormat
{
    [JsonStringEnumMemberName("json")] Json,
    [JsonStringEnumMemberName("srt")] SubRip,
    [JsonStringEnumMemberName("vtt")] WebVtt,
    [JsonStringEnumMemberName("txt")] PlainText,
}
