using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Json;
using Yttl.Core.Languages;

namespace Yttl.Core.Captions;

/// <param name="Video">A <see cref="Sources.Video"/>.</param>
/// <param name="Language">The language the user wants captions in. Null: the original language.</param>
public sealed record CaptionsRequest(ArtifactRef Video, LanguageTag? Language);

/// <param name="Content">A <see cref="Transcript"/>.</param>
/// <param name="End">The end of the last cue.</param>
public sealed record TranscriptRef(ArtifactRef Content, LanguageTag? Language, int Cues, TimeSpan End);

/// <param name="Transcript">
/// Null where no track has usable captions; <paramref name="Failure"/> then gives the reason.
/// </param>
/// <param name="Notes">
/// One sentence each: why each track before the one used was rejected, and what of the one used is left out.
/// </param>
public sealed record CaptionsOutcome(TranscriptRef? Transcript, IReadOnlyList<string> Notes, Failure? Failure) : IOutcome;

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Transcript))]
[JsonSerializable(typeof(CaptionsRequest))]
[JsonSerializable(typeof(CaptionsOutcome))]
public sealed partial class CaptionsJson : JsonSerializerContext;
