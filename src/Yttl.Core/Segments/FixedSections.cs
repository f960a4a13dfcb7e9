using Yttl.Core.Captions;
using Yttl.Core.Time;

namespace Yttl.Core.Segments;

/// <summary>
/// Divides a transcript by the clock: into segments of the same length and hours of as many as fit. Segments cover the
/// video from 0 to its end without holes, including silent parts; every cue is in the one that it starts in.
/// </summary>
internal static class FixedSections
{
    /// <summary>A shorter tail joins the preceding segment, which saves a model call for a farewell.</summary>
    public static readonly TimeSpan ShortestTail = TimeSpan.FromMinutes(1);

    /// <param name="cues">Ordered by start, as <see cref="Transcript.Cues"/> are.</param>
    /// <param name="duration">As <see cref="SegmentedVideo"/> has it.</param>
    /// <param name="length">Of a segment, more than <see cref="ShortestTail"/> or as long.</param>
    /// <returns>Empty only where there is neither a cue nor a duration.</returns>
    public static IReadOnlyList<Hour> Divide(IReadOnlyList<Cue> cues, TimeSpan? duration, TimeSpan length)
    {
        if (VideoSpan.Of(cues, new SegmentedVideo(duration, [], HasClock: true)) is not { } span)
            return [];
        var ranges = Ranges(span.Range.End, length);
        var last = ranges.Count - 1;
        var cuesBySegment = cues.ToLookup(cue => Math.Clamp(cue.Start.Ticks / length.Ticks, 0, last));
        return
        [
            .. ranges
                .Select((range, index) => new Segment(index, range, [.. cuesBySegment[index]]))
                .Chunk(Math.Max(1, (int)(TimeSpan.FromHours(1) / length)))
                .Select((hour, index) => new Hour(index, new TimeRange(hour[0].Range.Start, hour[^1].Range.End), hour)),
        ];
    }

    private static List<TimeRange> Ranges(TimeSpan end, TimeSpan length)
    {
        var tail = end.Ticks % length.Ticks;
        var count = (int)(end.Ticks / length.Ticks) + (tail >= ShortestTail.Ticks ? 1 : 0);
        var starts = Enumerable.Range(0, Math.Max(1, count)).Select(index => index * length).ToList();
        return [.. starts.Zip(starts.Skip(1).Append(end), (start, next) => new TimeRange(start, next))];
    }
}
