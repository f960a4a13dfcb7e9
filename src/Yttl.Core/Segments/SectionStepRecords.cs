using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Json;

namespace Yttl.Core.Segments;

/// <param name="Duration">Duration of the video, where known; the transcript may end later or earlier.</param>
public sealed record SectionRequest(ArtifactRef Transcript, TimeSpan? Duration);

/// <param name="Index">Counts through the whole video, from 0.</param>
/// <param name="Text">A <see cref="SegmentText"/>; null where the transcript has no cue in this segment.</param>
/// <param name="Missing">Failure that left the segment without text; null where it contains no speech.</param>
public sealed record SegmentRef(int Index, TimeSpan Start, TimeSpan End, ArtifactRef? Text, Failure? Missing = null);

/// <param name="Index">Counts through the whole video, from 0.</param>
public sealed record HourRef(int Index, TimeSpan Start, TimeSpan End, IReadOnlyList<SegmentRef> Segments);

/// <summary>The division of a transcript: hours of segments, in order, without gaps.</summary>
public sealed record SectionOutcome(IReadOnlyList<HourRef> Hours);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SegmentText))]
[JsonSerializable(typeof(SectionRequest))]
[JsonSerializable(typeof(SectionOutcome))]
public sealed partial class SegmentsJson : JsonSerializerContext;
