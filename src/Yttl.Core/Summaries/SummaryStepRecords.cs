using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Json;
using Yttl.Core.Languages;
using Yttl.Core.Measuring;
using Yttl.Core.Segments;

namespace Yttl.Core.Summaries;

[JsonConverter(typeof(JsonStringEnumConverter<SummaryStatus>))]
public enum SummaryStatus
{
    [JsonStringEnumMemberName("ok")] Ok,

    /// <summary>Nothing was said here, so nothing was summarised.</summary>
    [JsonStringEnumMemberName("empty")] Empty,

    /// <summary>Every allowed provider was down; the extractive summariser stood in.</summary>
    [JsonStringEnumMemberName("fallback")] Fallback,

    /// <summary>This part could not be summarised: a gap, with times and reason.</summary>
    [JsonStringEnumMemberName("failed")] Failed,
}

[JsonConverter(typeof(JsonStringEnumConverter<ConsolidationLevel>))]
public enum ConsolidationLevel
{
    [JsonStringEnumMemberName("hour")] Hour,
    [JsonStringEnumMemberName("overall")] Overall,
}

/// <param name="Text">A <see cref="Segments.SegmentText"/>.</param>
/// <param name="Title">The video's title, untrusted.</param>
public sealed record SegmentRequest(ArtifactRef Text, string Title, SummaryOptions Options);

/// <param name="Summary">A <see cref="Summary"/>.</param>
/// <param name="Status">The part's own: <c>ok</c> or <c>fallback</c>.</param>
/// <param name="Failure">The part's own; set for <c>fallback</c>.</param>
public sealed record PartRef(
    TimeSpan Start, TimeSpan End, ArtifactRef Summary, SummaryStatus Status, Failure? Failure);

/// <param name="Parts">In order; failed and empty parts are left out.</param>
/// <param name="TranscriptLanguage">What to write in when the options name no language.</param>
public sealed record ConsolidationRequest(
    ConsolidationLevel Level,
    TimeSpan Start,
    TimeSpan End,
    string Title,
    LanguageTag? TranscriptLanguage,
    IReadOnlyList<PartRef> Parts,
    SummaryOptions Options)
{
    /// <summary>Why the stand-in is to write it and no model is asked; null where one is.</summary>
    public Failure? WithoutModel { get; init; }
}

/// <param name="Summary">A <see cref="Summary"/>; set for <c>ok</c> and <c>fallback</c>.</param>
/// <param name="Failure">Set for <c>failed</c> and <c>fallback</c>: why.</param>
/// <param name="RetryAfter">The provider asks for a longer wait than a call may take: call again after it. Nothing else is set then.</param>
public sealed record SummaryOutcome(
    SummaryStatus Status, ArtifactRef? Summary, Failure? Failure, TimeSpan? RetryAfter, TokenUsage Tokens) : IOutcome
{
    /// <summary>
    /// The provider of <c>--llm-fallback</c> that wrote it while the chosen one was down; null where that one did.
    /// </summary>
    public string? WrittenBy { get; init; }
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Summary))]
[JsonSerializable(typeof(SegmentRequest))]
[JsonSerializable(typeof(ConsolidationRequest))]
[JsonSerializable(typeof(SummaryOutcome))]
public sealed partial class SummariesJson : JsonSerializerContext;
