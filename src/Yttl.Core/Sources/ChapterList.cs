using System.Globalization;
using Yttl.Core.Text;

namespace Yttl.Core.Sources;

/// <param name="Start">In seconds, unchecked.</param>
/// <param name="End">In seconds, unchecked.</param>
internal sealed record RawChapter(double? Start, double? End, string? Title);

/// <summary>Cleans the chapters of a site or a file and drops the invalid ones.</summary>
internal static class ChapterList
{
    /// <summary>
    /// Orders chapters by start. A missing end becomes the next chapter's start, or the video's end; a missing title
    /// becomes the number.
    /// </summary>
    public static IReadOnlyList<Chapter> From(IEnumerable<RawChapter> raw, TimeSpan? duration)
    {
        var starting = raw
            .Select(chapter => (Start: MediaTime.At(chapter.Start), End: MediaTime.At(chapter.End), chapter.Title))
            .Where(chapter => chapter.Start is not null && (duration is null || chapter.Start < duration))
            .OrderBy(chapter => chapter.Start)
            .ToList();
        return
        [
            .. starting
                .Select((chapter, index) => (
                    Start: chapter.Start!.Value,
                    End: chapter.End ?? (index + 1 < starting.Count ? starting[index + 1].Start : duration),
                    Title: PlainText.OneLine(chapter.Title) ?? Numbered(index + 1)))
                .Where(chapter => chapter.End > chapter.Start)
                .Select(chapter => new Chapter(chapter.Start, chapter.End!.Value, chapter.Title)),
        ];
    }

    private static string Numbered(int number) => string.Create(CultureInfo.InvariantCulture, $"Chapter {number}");
}
