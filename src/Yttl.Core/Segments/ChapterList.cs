using System.Text.RegularExpressions;
using Yttl.Core.Sources;
using Yttl.Core.Text;

namespace Yttl.Core.Segments;

/// <summary>The chapters that segments follow.</summary>
internal static partial class ChapterList
{
    /// <summary>With fewer a list is no division of the video: YouTube asks for three, too.</summary>
    public const int Fewest = 3;

    /// <returns>As <see cref="Within"/>; empty where topics divide the video.</returns>
    public static IReadOnlyList<Chapter> For(SegmentedVideo video, SectionMode mode) =>
        mode is not (SectionMode.Topics or SectionMode.Fixed) && Within(video) is var within
            && within.Count >= (mode is SectionMode.Chapters ? 1 : Fewest)
            ? within
            : [];

    /// <summary>
    /// Returns the chapters that begin in the video, by start, one for each. The title is empty where the list has none.
    /// </summary>
    public static IReadOnlyList<Chapter> Within(SegmentedVideo video) =>
    [
        .. video.Chapters
            .Where(chapter => chapter.Start >= TimeSpan.Zero && !IsBeyond(chapter, video))
            .Select(chapter => chapter with { Title = Untitled().IsMatch(chapter.Title) ? "" : chapter.Title })
            .GroupBy(chapter => chapter.Start)
            .OrderBy(same => same.Key)
            .Select(same => same.FirstOrDefault(chapter => chapter.Title.Length > 0) ?? same.First()),
    ];

    /// <summary>Says which of the chapters count for nothing; null where all do that may.</summary>
    public static string? NoteOn(SegmentedVideo video, SectionMode mode) =>
        string.Join(' ', new[] { BeyondTheEnd(video), InsteadOfChapters(video, mode) }.OfType<string>()) is { Length: > 0 } note
            ? note
            : null;

    private static string? BeyondTheEnd(SegmentedVideo video) =>
        video.Chapters.Count(chapter => IsBeyond(chapter, video)) is > 0 and var count
            ? Quantity.Count(count, "chapter begins", "chapters begin") + " beyond the end of the video and "
                + (count == 1 ? "is left out." : "are left out.")
            : null;

    private static string? InsteadOfChapters(SegmentedVideo video, SectionMode mode)
    {
        if (mode is SectionMode.Topics or SectionMode.Fixed || video.Chapters.Count == 0)
            return mode is SectionMode.Chapters ? "The video has no chapters, so its sections end where topics do." : null;
        return For(video, mode).Count > 0 ? null : Within(video).Count switch
        {
            0 => "No chapter is left, so sections end where topics do.",
            1 => "Of chapters there is one only, so sections end where topics do.",
            _ => "Of chapters there are two only, so sections end where topics do.",
        };
    }

    private static bool IsBeyond(Chapter chapter, SegmentedVideo video) =>
        video.Duration is { Ticks: > 0 } end && chapter.Start >= end;

    // As yt-dlp names the stretch before the first chapter.
    [GeneratedRegex(@"^<Untitled Chapter \d+>$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Untitled();
}
