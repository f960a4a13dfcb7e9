using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Time;

namespace Yttl.Core.Segments;

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
