using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Json;
using Yttl.Core.Sources;
using Yttl.Core.SponsorBlock;
using Yttl.Core.Time;

namespace Yttl.Core.Segments;

/// <param name="Video">A <see cref="Sources.Video"/>.</param>
/// <param name="Removed">What was removed from the transcript.</param>
public sealed record SectionRequest(
    ArtifactRef Transcript, ArtifactRef Video, IReadOnlyList<RemovedRange> Removed, SectionOptions Options);

/// <param name="Index">Counts through the whole video, from 0.</param>
/// <param name="Text">A <see cref="SegmentText"/>; null where the transcript has no cue in this segment.</param>
/// <param name="Missing">Failure that left the segment without text; null where it contains no speech.</param>
public sealed record SegmentRef(int Index, TimeSpan Start, TimeSpan End, ArtifactRef? Text, Failure? Missing = null)
{
    /// <summary>The title of its chapter, untrusted; null where it is in none.</summary>
    public string? Title { get; init; }
}

/// <param name="Index">Counts through the whole video, from 0.</param>
public sealed record HourRef(int Index, TimeSpan Start, TimeSpan End, IReadOnlyList<SegmentRef> Segments);

/// <summary>The division of a transcript: hours of segments, in order, without gaps.</summary>
/// <param name="Note">What is to be known of the division; null for nothing.</param>
public sealed record SectionOutcome(IReadOnlyList<HourRef> Hours, string? Note = null);

/// <summary>Divides a transcript into segments and stores the text of each segment that contains speech.</summary>
public sealed class SectionStep(IArtifactStore store)
{
    /// <exception cref="Failures.YttlException">The store could not be read or written.</exception>
    public async Task<SectionOutcome> RunAsync(SectionRequest request, CancellationToken cancellationToken)
    {
        var transcript = await store.ReadJsonAsync(request.Transcript, CaptionsJson.Default.Transcript, cancellationToken);
        var resolved = await store.ReadJsonAsync(request.Video, SourcesJson.Default.Video, cancellationToken);
        var video = SegmentedVideo.From(resolved);
        var hours = new List<HourRef>();
        foreach (var hour in SegmentPlan.Divide(
            transcript, video, request.Removed.Select(range => range.Range()), request.Options))
        {
            var segments = new List<SegmentRef>();
            foreach (var segment in hour.Segments)
                segments.Add(await StoreAsync(segment, transcript, cancellationToken));
            hours.Add(new HourRef(hour.Index, hour.Range.Start, hour.Range.End, segments));
        }

        return new SectionOutcome(hours, ChapterList.NoteOn(video, request.Options.Mode));
    }

    private async Task<SegmentRef> StoreAsync(
        Segment segment, Transcript transcript, CancellationToken cancellationToken)
    {
        var (start, end) = (segment.Range.Start, segment.Range.End);
        if (segment.Cues is [])
            return new SegmentRef(segment.Index, start, end, Text: null, WhyMissing(segment.Range, transcript));
        var text = new SegmentText(start, end, transcript.Language, segment.Cues) { Title = segment.Title };
        var stored = await store.WriteJsonAsync(text, SegmentsJson.Default.SegmentText, cancellationToken);
        return new SegmentRef(segment.Index, start, end, stored) { Title = segment.Title };
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
