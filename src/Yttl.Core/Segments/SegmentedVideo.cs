using Yttl.Core.Sources;

namespace Yttl.Core.Segments;

/// <summary>What is known of a video when its transcript is divided.</summary>
/// <param name="Duration">Null where it is unknown: the video then ends with its last cue.</param>
/// <param name="HasClock">
/// Whether zero is the beginning of something. A caption file by itself may count from anywhere: it begins with its first
/// cue where that is late.
/// </param>
internal sealed record SegmentedVideo(TimeSpan? Duration, IReadOnlyList<Chapter> Chapters, bool HasClock)
{
    public static SegmentedVideo From(Video video) =>
        new(video.Duration, video.Chapters, HasClock: !video.IsCaptionFile || video.Chapters.Count > 0);
}
