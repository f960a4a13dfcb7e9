using Yttl.Core.Captions;
using Yttl.Core.Time;

namespace Yttl.Core.Segments;

/// <summary>
/// Divides a transcript into segments of five minutes and hours of twelve segments. Segments cover the video from 0 to
/// its end without gaps, including silent parts; every cue is in exactly one segment: the one it starts in.
/// </summary>
internal static class Sectioning
{
    public static readonly TimeSpan SegmentLength = TimeSpan.FromMinutes(5);

    /// <summary>A shorter tail joins the preceding segment, which saves a model call for a farewell.</summary>
    public static readonly TimeSpan ShortestTail = TimeSpan.FromMinutes(1);

    public const int SegmentsPerHour = 12;

    /// <summary>
    /// A cue that starts this long after the end of the video and of all preceding cues is a stray and does not extend
    /// the video: subtitle files contain credits at 99:59:59. It is kept in the last segment.
    /// </summary>
    public static readonly TimeSpan StrayAfter = TimeSpan.FromHours(1);

    /// <summary>
    /// Later cues are kept in the last segment. The longest video on YouTube so far lasts less than 600 hours; a longer
    /// one is an error or an attempt to exhaust memory.
    /// </summary>
    public static readonly TimeSpan LongestVideo = TimeSpan.FromHours(1000);

    /// <param name="cues">Ordered by start, as <see cref="Transcript.Cues"/> are.</param>
    /// <param name="duration">
    /// Duration of the video; null, zero or less where it is unknown: the video then ends with its last cue. A known
    /// duration applies even where hours are silent, and is extended where cues follow its end: transcripts are right
    /// more often than the durations that containers and sites declare.
    /// </param>
    /// <returns>Empty only where there is neither a cue nor a duration.</returns>
    public static IReadOnlyList<Hour> Divide(IReadOnlyList<Cue> cues, TimeSpan? duration)
    {
        if (cues is [] && duration is not { Ticks: > 0 })
            return [];
        var ranges = Ranges(EndOf(cues, duration));
        var last = ranges.Count - 1;
        var cuesBySegment = cues.ToLookup(cue => Math.Clamp(cue.Start.Ticks / SegmentLength.Ticks, 0, last));
        return
        [
            .. ranges
                .Select((range, index) => new Segment(index, range, [.. cuesBySegment[index]]))
                .Chunk(SegmentsPerHour)
                .Select((hour, index) => new Hour(index, new TimeRange(hour[0].Range.Start, hour[^1].Range.End), hour)),
        ];
    }

    /// <summary>Returns where the last segment ends.</summary>
    /// <param name="cues">As those of <see cref="Divide"/>; not empty where there is no duration.</param>
    /// <param name="duration">As that of <see cref="Divide"/>.</param>
    public static TimeSpan EndOf(IReadOnlyList<Cue> cues, TimeSpan? duration)
    {
        var end = Min(duration is { Ticks: > 0 } known ? known : Max(cues[0].Start, TimeSpan.Zero), LongestVideo);
        foreach (var cue in cues)
        {
            if (cue.Start >= end + StrayAfter)
                break;
            end = Max(end, Min(cue.End, cue.Start + SegmentLength)); // a cue that never ends adds one segment at most
        }

        return Min(end, LongestVideo);
    }

    private static List<TimeRange> Ranges(TimeSpan end)
    {
        var tail = end.Ticks % SegmentLength.Ticks;
        var count = (int)(end.Ticks / SegmentLength.Ticks) + (tail >= ShortestTail.Ticks ? 1 : 0);
        var starts = Enumerable.Range(0, Math.Max(1, count)).Select(index => index * SegmentLength).ToList();
        return [.. starts.Zip(starts.Skip(1).Append(end), (start, next) => new TimeRange(start, next))];
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
