using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Json;
using Yttl.Core.Languages;

namespace Yttl.Core.Speech.Steps;

/// <param name="From">The start of the speech, from <see cref="Chunking.PlanChunksOutcome.FirstSpeech"/>.</param>
public sealed record DetectLanguageRequest(AudioRef Audio, TimeSpan From, SpeechModel Model);

/// <param name="Language">Null where the recogniser did not detect it. Each chunk then detects its own.</param>
/// <param name="RetryAfter">How long the provider asks to wait before the next call. Nothing else is set then.</param>
/// <param name="AudioGone">Whether the decoded audio was deleted: decode it again. Nothing else is set then.</param>
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

    /// <summary>The chunk has no speech.</summary>
    [JsonStringEnumMemberName("empty")] Empty,

    /// <summary>The chunk could not be transcribed: a gap with a reason.</summary>
    [JsonStringEnumMemberName("failed")] Failed,
}

/// <param name="Transcript">A <see cref="ChunkTranscript"/>; set when <see cref="ChunkStatus.Ok"/>.</param>
/// <param name="Failure">Set when <see cref="ChunkStatus.Failed"/>.</param>
/// <param name="RetryAfter">
/// How long the provider asks to wait before the next call. The status means nothing then.
/// </param>
/// <param name="AudioGone">Whether the decoded audio was deleted. The status means nothing then.</param>
/// <param name="Note">A remark on this chunk for the reader, one sentence; null for none.</param>
public sealed record ChunkOutcome(
    ChunkStatus Status,
    ArtifactRef? Transcript,
    Failure? Failure,
    TimeSpan? RetryAfter = null,
    bool AudioGone = false,
    string? Note = null) : IOutcome;

/// <param name="Track">The <see cref="AudioTrack"/> of the plan.</param>
/// <param name="Plan">A <see cref="Chunking.ChunkPlan"/>.</param>
/// <param name="Chunks">One per chunk of the plan, in order.</param>
/// <param name="Language">The detected language. Null: the language of most of the speech.</param>
/// <param name="Provider">The recogniser, for people.</param>
public sealed record StitchRequest(
    ArtifactRef Track, ArtifactRef Plan, IReadOnlyList<ChunkOutcome> Chunks, LanguageTag? Language, string Provider);

/// <param name="Transcript">
/// Null where nothing was recognised or there is no speech; <paramref name="Failure"/> gives the reason.
/// </param>
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
