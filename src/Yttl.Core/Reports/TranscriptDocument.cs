using System.Text.Json.Serialization;

namespace Yttl.Core.Reports;

/// <summary>A transcript without summaries: the report's <c>video</c> and <c>transcript</c>.</summary>
public sealed record TranscriptDocument(ReportVideo Video, ReportTranscript Transcript)
{
    public const string CurrentSchema = "yttl/transcript@1";

    [JsonPropertyOrder(-1)]
    public string Schema { get; init; } = CurrentSchema;
}
