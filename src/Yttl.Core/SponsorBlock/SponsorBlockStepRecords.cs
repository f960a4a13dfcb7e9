using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Json;
using Yttl.Core.Time;

namespace Yttl.Core.SponsorBlock;

/// <param name="Categories">SponsorBlock's category names, such as <c>sponsor</c> and <c>selfpromo</c>.</param>
public sealed record SponsorBlockRequest(
    ArtifactRef Video, TranscriptRef Transcript, IReadOnlyList<string> Categories);

/// <summary>A time range that was removed from the transcript.</summary>
public sealed record RemovedRange(TimeSpan Start, TimeSpan End, string Category)
{
    public TimeRange Range() => new(Start, End);
}

/// <param name="Transcript">The transcript without the removed ranges; the original one where there were none.</param>
/// <param name="Note">Why nothing, or less than was marked, was removed; null otherwise.</param>
public sealed record SponsorBlockOutcome(TranscriptRef Transcript, IReadOnlyList<RemovedRange> Removed, string? Note);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SponsorBlockRequest))]
[JsonSerializable(typeof(SponsorBlockOutcome))]
public sealed partial class SponsorBlockJson : JsonSerializerContext;
