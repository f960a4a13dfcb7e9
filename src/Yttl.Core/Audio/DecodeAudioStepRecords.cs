using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Json;
using Yttl.Core.Languages;
using Yttl.Core.Sources;

namespace Yttl.Core.Audio;

/// <param name="Source">An <see cref="AudioSource"/>.</param>
/// <param name="Language">Wanted language: chooses among several audio streams; null takes the default one.</param>
/// <param name="Attempt">From 0; raised to decode again what was decoded and has been deleted since.</param>
public sealed record DecodeRequest(ArtifactRef Source, LanguageTag? Language, SilenceSettings Silence, int Attempt = 0);

/// <param name="Track">An <see cref="AudioTrack"/>; null when there is nothing to listen to.</param>
/// <param name="Audio">The samples of that track; null with it.</param>
/// <param name="Language">Of the stream taken, where the site or the user's choice of stream vouches for it.</param>
/// <param name="Failure"><c>audio.none</c>, <c>audio.undecodable</c>, <c>audio.disk-full</c>, or why it could not be
/// fetched; null unless there is no track.</param>
public sealed record DecodeOutcome(
    ArtifactRef? Track, AudioRef? Audio, LanguageTag? Language, IReadOnlyList<string> Notes, Failure? Failure);

/// <param name="Audio">What nobody needs any more.</param>
public sealed record DeleteAudioRequest(AudioRef Audio);

/// <summary>Nothing to say: it is gone.</summary>
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
