using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Core.Captions;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Json;
using Yttl.Core.Languages;

namespace Yttl.Core.Speech.Steps;

/// <param name="From">Where speech begins, as <see cref="Chunking.PlanChunksOutcome.FirstSpeech"/> says.</param>
public sealed record DetectLanguageRequest(AudioRef Audio, TimeSpan From, SpeechModel Model);

/// <param name="Language">Null where the recogniser could not tell; each chunk is then left to find out.</param>
/// <param name="RetryAfter">The provider wants to be asked again so much later; nothing else is set.</param>
/// <param name="AudioGone">The audio has been deleted since it was decoded: decode again; nothing else is set.</param>
public sealed record DetectLanguageOutcome(
    LanguageTag? Language, string? Note, TimeSpan? RetryAfter = null, bool AudioGone = false);

/// <param name="Plan">A <see cref="Chunking.ChunkPlan"/>.</param>
/// <param name="Chunk">Index into that plan.</param>
public sealed record TranscribeChunkRequest(
    AudioRef Audio, ArtifactRef Plan, int Chunk, LanguageTag? Language, SpeechModel Model);

[JsonConverter(typeof(JsonStringEnumConverter<ChunkStatus>))]
public enum ChunkStatus
{
    [JsonStringEnumMemberName("ok")] Ok,

    /// <summary>Nothing was said.</summary>
    [JsonStringEnumMemberName("empty")] Empty,

    /// <summary>It could not be transcribed: a gap, with its reason.</summary>
    [JsonStringEnumMemberName("failed")] Failed,
}

/// <param name="Transcript">A <see cref="ChunkTranscript"/>; set when <see cref="ChunkStatus.Ok"/>.</param>
/// <param name="Failure">Set when <see cref="ChunkStatus.Failed"/>.</param>
/// <param name="RetryAfter">The provider wants to be asked again so much later; the status means nothing then.</param>
/// <param name="AudioGone">The audio has been deleted since it was decoded; the status means nothing then.</param>
/// <param name="Note">What a reader should know of this chunk, one sentence; null for nothing.</param>
public sealed record ChunkOutcome(
    ChunkStatus Status,
    ArtifactRef? Transcript,
    Failure? Failure,
    TimeSpan? RetryAfter = null,
    bool AudioGone = false,
    string? Note = null) : IOutcome;

/// <param name="Track">The <see cref="AudioTrack"/> that the plan was made for.</param>
/// <param name="Plan">A <see cref="Chunking.ChunkPlan"/>.</param>
/// <param name="Chunks">One per chunk of the plan, in order.</param>
/// <param name="Language">As detected; null takes what the chunks agree on.</param>
/// <param name="Provider">The recogniser, for people.</param>
public sealed record StitchRequest(
    ArtifactRef Track, ArtifactRef Plan, IReadOnlyList<ChunkOutcome> Chunks, LanguageTag? Language, string Provider);

/// <param name="Transcript">Null when nothing could be heard or nothing was said; <paramref name="Failure"/> says which.</param>
public sealed record StitchOutcome(TranscriptRef? Transcript, IReadOnlyList<string> Notes, Failure? Failure) : IOutcome;

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChunkTranscript))]
[JsonSerializable(typeof(DetectLanguageRequest))]
[JsonSerializable(typeof(DetectLanguageOutcome))]
[JsonSerializable(typeof(TranscribeChunkRequest))]
[JsonSerializable(typeof(ChunkOutcome))]
[JsonSerializable(typeof(StitchRequest))]
[JsonSerializable(typeof(StitchOutcome))]
public sealed partial class SpeechJson : JsonSerializerContext;
