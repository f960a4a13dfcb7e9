using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Json;
using Yttl.Core.Time;

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

/// <summary>Divides a transcript into segments and stores the text of each segment that contains speech.</summary>
public sealed class SectionStep(IArtifactStore store)
{
    /// <exception cref="Failures.YttlException">The store could not be read or written.</exception>
    public async Task<SectionOutcome> RunAsync(SectionRequest request, CancellationToken cancellationToken)
    {
        var transcript = await store.ReadJsonAsync(request.Transcript, CaptionsJson.Default.Transcript, cancellationToken);
        var hours = new List<HourRef>();
        foreach (var hour in Sectioning.Divide(transcript.Cues, request.Duration))
        {
            var segments = new List<SegmentRef>();
            foreach (var segment in hour.Segments)
                segments.Add(await StoreAsync(segment, transcript, cancellationToken));
            hours.Add(new HourRef(hour.Index, hour.Range.Start, hour.Range.End, segments));
        }

        return new SectionOutcome(hours);
    }

    private async Task<SegmentRef> StoreAsync(
        Segment segment, Transcript transcript, CancellationToken cancellationToken)
    {
        var (start, end) = (segment.Range.Start, segment.Range.End);
        if (segment.Cues is [])
            return new SegmentRef(segment.Index, start, end, Text: null, WhyMissing(segment.Range, transcript));
        var text = new SegmentText(start, end, transcript.Language, segment.Cues);
        var stored = await store.WriteJsonAsync(text, SegmentsJson.Default.SegmentText, cancellationToken);
        return new SegmentRef(segment.Index, start, end, stored);
    }

    private static Failure? WhyMissing(TimeRange range, Transcript transcript) => transcript.Coverage?.Gaps
        .FirstOrDefault(gap => gap.Start < range.End && range.Start < gap.End)?.Failure;
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SegmentText))]
[JsonSerializable(typeof(SectionRequest))]
[JsonSerializable(typeof(SectionOutcome))]
public sealed partial class SegmentsJson : JsonSerializerContext;
