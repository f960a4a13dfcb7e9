using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Json;
using Yttl.Core.Languages;
using Yttl.Core.Sources;

namespace Yttl.Core.Audio;

/// <param name="Source">An <see cref="AudioSource"/>.</param>
/// <param name="Language">Preferred language among several audio streams; null selects the default stream.</param>
/// <param name="Attempt">From 0; incremented to decode audio again that was deleted since.</param>
public sealed record DecodeRequest(ArtifactRef Source, LanguageTag? Language, SilenceSettings Silence, int Attempt = 0);

/// <param name="Track">An <see cref="AudioTrack"/>; null where there is no audio to transcribe.</param>
/// <param name="Audio">Reference to the samples of that track; null where <paramref name="Track"/> is.</param>
/// <param name="Language">
/// Language of the decoded stream, where the site states it or the user chose the stream by it; null otherwise.
/// </param>
/// <param name="Failure">
/// <c>audio.none</c>, <c>audio.undecodable</c>, <c>audio.disk-full</c>, or the failure of the download; null where
/// <paramref name="Track"/> is set.
/// </param>
public sealed record DecodeOutcome(
    ArtifactRef? Track, AudioRef? Audio, LanguageTag? Language, IReadOnlyList<string> Notes, Failure? Failure) : IOutcome;

/// <param name="Audio">Audio that is no longer needed.</param>
public sealed record DeleteAudioRequest(AudioRef Audio);

public sealed record DeleteAudioOutcome;

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AudioTrack))]
[JsonSerializable(typeof(DecodeRequest))]
[JsonSerializable(typeof(DecodeOutcome))]
[JsonSerializable(typeof(DeleteAudioRequest))]
[JsonSerializable(typeof(DeleteAudioOutcome))]
public sealed partial class AudioJson : JsonSerializerContext;
