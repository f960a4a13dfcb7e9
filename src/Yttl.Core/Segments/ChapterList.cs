using System.Text.RegularExpressions;
using Yttl.Core.Sources;

namespace Yttl.Core.Segments;

/// <summary>The chapters that segments follow.</summary>
internal static partial class ChapterList
{
    /// <summary>With fewer a list is no division of the video: YouTube asks for three, too.</summary>
    public const int Fewest = 3;

    /// <returns>By start, of those that start in the video; empty where topics divide it.</returns>
    public static IReadOnlyList<Chapter> For(SegmentedVideo video, SectionMode mode)
    {
        if (mode is SectionMode.Topics or SectionMode.Fixed)
            return [];
        var within = video.Chapters
            .Where(chapter => chapter.Start >= TimeSpan.Zero && (video.Duration is not { Ticks: > 0 } end || chapter.Start < end))
            .OrderBy(chapter => chapter.Start)
            .Select(chapter => chapter with { Title = Untitled().IsMatch(chapter.Title) ? "" : chapter.Title })
            .ToList();
        return within.Count >= (mode is SectionMode.Chapters ? 1 : Fewest) ? within : [];
    }

    /// <summary>Says which of the chapters count for nothing; null where all that may do.</summary>
    public static string? NoteOn(SegmentedVideo video, SectionMode mode)
    {
        if (mode is SectionMode.Topics or SectionMode.Fixed || video.Chapters.Count == 0)
            return mode is SectionMode.Chapters ? "The video has no chapters, so its sections end where topics do." : null;
        return For(video, mode).Count > 0
            ? null
            : $"Of chapters there {(video.Chapters.Count == 1 ? "is one" : "are two")} only, so sections end where topics do.";
    }

    // As yt-dlp names the stretch before the first chapter.
    [GeneratedRegex(@"^<Untitled Chapter \d+>$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Untitled();
}
