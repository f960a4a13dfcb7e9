using System.Text.Json.Serialization;

namespace Yttl.Workflows.Seam;

[JsonConverter(typeof(JsonStringEnumConverter<RunPhase>))]
public enum RunPhase
{
    [JsonStringEnumMemberName("resolve")] Resolve,
    [JsonStringEnumMemberName("captions")] Captions,

    /// <summary>Audio is fetched, decoded and planned.</summary>
    [JsonStringEnumMemberName("audio")] Audio,

    /// <summary>Chunks are transcribed, counted.</summary>
    [JsonStringEnumMemberName("speech")] Speech,
    [JsonStringEnumMemberName("summaries")] Summaries,
    [JsonStringEnumMemberName("report")] Report,

    /// <summary>A playlist's videos, counted.</summary>
    [JsonStringEnumMemberName("videos")] Videos,

    /// <summary>A question is answered.</summary>
    [JsonStringEnumMemberName("answer")] Answer,
}

/// <summary>The progress of a run: real counts, never an estimate.</summary>
/// <param name="Title">The video's or playlist's title once it is known, untrusted.</param>
public sealed record RunProgress(RunPhase Phase, int Done, int Total, string? Title);
