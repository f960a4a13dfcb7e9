using System.Text.Json.Serialization;

namespace Yttl.Core.Captions;

/// <summary>Where a transcript comes from. Part of the report's contract.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TranscriptSource>))]
public enum TranscriptSource
{
    [JsonStringEnumMemberName("captions-manual")] ManualCaptions,
    [JsonStringEnumMemberName("captions-auto")] AutomaticCaptions,
    [JsonStringEnumMemberName("captions-file")] CaptionFile,
    [JsonStringEnumMemberName("embedded")] Embedded,
    [JsonStringEnumMemberName("whisper")] Whisper,
}
