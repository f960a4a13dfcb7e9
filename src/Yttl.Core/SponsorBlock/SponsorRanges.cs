using System.Globalization;

namespace Yttl.Core.SponsorBlock;

/// <summary>SponsorBlock's marks for one video.</summary>
/// <param name="Removed">Ranges to remove, ordered by start; they may overlap.</param>
/// <param name="Note">
/// Why nothing, or less than was marked, is removed, for the reader of the report; null otherwise.
/// </param>
public sealed record SponsorRanges(IReadOnlyList<RemovedRange> Removed, string? Note)
{
    public static readonly SponsorRanges None = new([], null);

    /// <summary>Upper limit of valid times, in seconds: no video is longer.</summary>
    private const double MaxSeconds = 1000 * 3600;

    /// <summary>How near to the start or the end of the video, in seconds, a mark reaches it.</summary>
    private const double Near = 1;

    internal static SponsorRanges From(
        IReadOnlyList<HashMatch?> matches, string videoId, TimeSpan? duration, IReadOnlyList<string> categories)
    {
        var marked = matches
            .Where(match => match?.VideoId == videoId)
            .SelectMany(match => match!.Segments ?? [])
            .OfType<SponsorSegment>()
            .Where(segment => segment is { ActionType: null or "skip", Segment: [>= 0 and < MaxSeconds, <= MaxSeconds] }
                && segment.Segment[0] < segment.Segment[1]
                && categories.Contains(segment.Category))
            .ToLookup(segment => IsForThisCut(segment, duration));
        var foreign = marked[false].Count();
        return new SponsorRanges(
            [
                .. marked[true]
                    .Select(segment => Range(segment, duration))
                    .Where(range => range.Start < range.End)
                    .OrderBy(range => range.Start)
                    .ThenBy(range => range.End),
            ],
            foreign == 0 ? null : string.Create(
                CultureInfo.InvariantCulture,
                $"SponsorBlock's marks for another cut of this video ({foreign}) were not used."));
    }

    /// <summary>
    /// Returns whether the mark fits this cut of the video: an uploader may replace a video, which moves the marked
    /// ranges. The tolerances are yt-dlp's: less than 1 s, or less than 5 s where that is less than 5% of the range.
    /// </summary>
    /// <seealso href="https://github.com/yt-dlp/yt-dlp/blob/master/yt_dlp/postprocessor/sponsorblock.py"/>
    private static bool IsForThisCut(SponsorSegment segment, TimeSpan? duration)
    {
        if (duration is not { Ticks: > 0 } known || segment.VideoDuration is not > 0)
            return true;
        var difference = Math.Abs(known.TotalSeconds - segment.VideoDuration.Value);
        return difference < 1 || (difference < 5 && difference < 0.05 * (segment.Segment![1] - segment.Segment[0]));
    }

    /// <summary>
    /// Moves a border within a second of the start or the end of the video to it, and none lies behind the end: marks
    /// are set by hand while a video plays, and sites round durations. The rule and the second are those of yt-dlp's
    /// client (<c>duration_filter</c>); SponsorBlock's own skips to the end from 0.5 s before it
    /// (<c>endTimeSkipBuffer</c>).
    /// </summary>
    /// <seealso href="https://github.com/yt-dlp/yt-dlp/blob/master/yt_dlp/postprocessor/sponsorblock.py"/>
    /// <seealso href="https://github.com/ajayyy/SponsorBlock/blob/master/src/content.ts"/>
    private static RemovedRange Range(SponsorSegment segment, TimeSpan? duration)
    {
        var (start, end) = (TimeSpan.FromSeconds(segment.Segment![0]), TimeSpan.FromSeconds(segment.Segment[1]));
        return new(
            start <= TimeSpan.FromSeconds(Near) ? TimeSpan.Zero : start,
            duration is { Ticks: > 0 } known && known - end <= TimeSpan.FromSeconds(Near) ? known : end,
            segment.Category!);
    }
}
