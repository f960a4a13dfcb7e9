using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Json;
using Yttl.Core.Languages;
using Yttl.Core.Measuring;

namespace Yttl.Core.Summaries;

[JsonConverter(typeof(JsonStringEnumConverter<SummaryStatus>))]
public enum SummaryStatus
{
    [JsonStringEnumMemberName("ok")] Ok,

    /// <summary>The part has no speech, and so no summary.</summary>
    [JsonStringEnumMemberName("empty")] Empty,

    /// <summary>The extractive summariser wrote it, because every allowed provider was down.</summary>
    [JsonStringEnumMemberName("fallback")] Fallback,

    /// <summary>The part could not be summarised: a gap with times and a reason.</summary>
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
/// <param name="Status">The part's status: <c>ok</c> or <c>fallback</c>.</param>
/// <param name="Failure">The part's failure; set for <c>fallback</c>.</param>
public sealed record PartRef(
    TimeSpan Start, TimeSpan End, ArtifactRef Summary, SummaryStatus Status, Failure? Failure)
{
    /// <summary>The title of its chapter, untrusted; null where it is in none.</summary>
    public string? Chapter { get; init; }
}

/// <param name="Parts">In order, without failed and empty parts.</param>
/// <param name="TranscriptLanguage">The language of the summary where the options name none.</param>
public sealed record ConsolidationRequest(
    ConsolidationLevel Level,
    TimeSpan Start,
    TimeSpan End,
    string Title,
    LanguageTag? TranscriptLanguage,
    IReadOnlyList<PartRef> Parts,
    SummaryOptions Options)
{
    /// <summary>
    /// Every <see cref="Segments.SegmentText"/> in the range, in order, where the parts are a choice of its sentences. Null
    /// where a model writes.
    /// </summary>
    public IReadOnlyList<ArtifactRef>? Spoken { get; init; }

    /// <summary>The level of each hour of a video: a single one is the whole, and its summary is the overall one.</summary>
    /// <param name="hours">How many the video has.</param>
    public static ConsolidationLevel LevelOfHour(int hours) => hours == 1 ? ConsolidationLevel.Overall : ConsolidationLevel.Hour;

    /// <summary>Why the fallback writes it without a model. Null: a model writes it.</summary>
    public Failure? WithoutModel { get; init; }
}

/// <param name="Summary">A <see cref="Summary"/>; set for <c>ok</c> and <c>fallback</c>.</param>
/// <param name="Failure">The reason; set for <c>failed</c> and <c>fallback</c>.</param>
/// <param name="RetryAfter">
/// How long to wait before the next call, where the provider asks for longer than a call may wait. Nothing else is set
/// then.
/// </param>
public sealed record SummaryOutcome(
    SummaryStatus Status, ArtifactRef? Summary, Failure? Failure, TimeSpan? RetryAfter, TokenUsage Tokens) : IOutcome
{
    /// <summary>
    /// The provider of <c>--llm-fallback</c> that wrote it while the chosen one was down. Null: the chosen one wrote
    /// it.
    /// </summary>
    public string? WrittenBy { get; init; }

    /// <summary>What the reader of the summary should know, in one sentence; null for nothing.</summary>
    public string? Note { get; init; }
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
