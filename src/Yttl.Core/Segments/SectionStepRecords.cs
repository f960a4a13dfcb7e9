using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Json;

namespace Yttl.Core.Segments;

/// <param name="Duration">The video's, where known; the transcript may end later or earlier.</param>
public sealed record SectionRequest(ArtifactRef Transcript, TimeSpan? Duration);

/// <param name="Index">Counts through the whole video, from 0.</param>
/// <param name="Text">A <see cref="SegmentText"/>; null when the transcript holds nothing of this segment.</param>
/// <param name="Missing">Why it holds nothing, where that is not because nothing was said.</param>
public sealed record SegmentRef(int Index, TimeSpan Start, TimeSpan End, ArtifactRef? Text, Failure? Missing = null);

/// <param name="Index">Counts through the whole video, from 0.</param>
public sealed record HourRef(int Index, TimeSpan Start, TimeSpan End, IReadOnlyList<SegmentRef> Segments);

/// <summary>How a transcript is divided: hours of segments, in order, without holes between their times.</summary>
public sealed record SectionOutcome(IReadOnlyList<HourRef> Hours);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SegmentText))]
[JsonSerializable(typeof(SectionRequest))]
[JsonSerializable(typeof(SectionOutcome))]
public sealed partial class SegmentsJson : JsonSerializerContext;
