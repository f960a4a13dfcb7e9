using Yttl.Core.Captions;
using Yttl.Core.Sentences;
using Yttl.Core.Time;

namespace Yttl.Core.Segments;

/// <summary>From where to where a video goes, and from where on a cue is none of its own.</summary>
/// <param name="StrayFrom">Cues from here on do not extend the video; they are kept in its last segment with words.</param>
internal sealed record VideoSpan(TimeRange Range, TimeSpan StrayFrom)
{
    /// <summary>
    /// A cue that starts this long after the end of the video and of all preceding cues is a stray: subtitle files
    /// contain credits at 99:59:59.
    /// </summary>
    public static readonly TimeSpan StrayAfter = TimeSpan.FromHours(1);

    /// <summary>
    /// The longest video on YouTube so far lasts less than 600 hours; a longer one is an error or an attempt to exhaust
    /// memory.
    /// </summary>
    public static readonly TimeSpan LongestVideo = TimeSpan.FromHours(1000);

    /// <summary>The most that a cue extends the video: some never end.</summary>
    private static readonly TimeSpan LongestCue = TimeSpan.FromMinutes(5);

    /// <summary>
    /// A known duration applies even where hours are silent, and is extended where cues follow its end: transcripts are
    /// right more often than the durations that containers and sites declare.
    /// </summary>
    /// <param name="cues">Ordered by start.</param>
    /// <returns>Null where there is neither a cue nor a duration.</returns>
    public static VideoSpan? Of(IReadOnlyList<Cue> cues, SegmentedVideo video)
    {
        if (cues is [] && video.Duration is not { Ticks: > 0 })
            return null;
        var first = cues is [var cue, ..] ? Times.Earlier(cue.Start, LongestVideo) : TimeSpan.Zero;
        var start = video.HasClock || first <= SentenceFinder.Silence ? TimeSpan.Zero : first;
        var end = Times.Earlier(video.Duration is { Ticks: > 0 } known ? known : first, LongestVideo);
        foreach (var next in cues)
        {
            if (next.Start >= end + StrayAfter)
                break;
            end = Times.Later(end, Times.Earlier(next.End, next.Start + LongestCue));
        }

        end = Times.Later(start, Times.Earlier(end, LongestVideo));
        return new VideoSpan(new TimeRange(start, end), end + StrayAfter);
    }
}
