using System.Globalization;
using Yttl.Core.Text;
using Yttl.Core.Time;

namespace Yttl.Core.Sources;

/// <summary>A chapter that the uploader set. Its title is untrusted text.</summary>
public sealed record Chapter(TimeSpan Start, TimeSpan End, string Title)
{
    /// <summary>
    /// Drops chapters without a start and orders the others by it. A missing or impossible end becomes the next chapter's
    /// start, or the video's end; a missing title becomes the number. What begins beyond the end of the video stays: the
    /// division leaves it out with a note.
    /// </summary>
    internal static IReadOnlyList<Chapter> From(IEnumerable<RawChapter> raw, TimeSpan? duration)
    {
        var starting = raw
            .Select(chapter => (
                Start: MediaTime.At(chapter.StartTime), End: MediaTime.At(chapter.EndTime), chapter.Title))
            .Where(chapter => chapter.Start is not null)
            .OrderBy(chapter => chapter.Start)
            .ToList();
        return
        [
            .. starting
                .Select((chapter, index) => (
                    Start: chapter.Start!.Value,
                    End: chapter.End > chapter.Start ? chapter.End
                        : index + 1 < starting.Count ? starting[index + 1].Start
                        : Times.Later(chapter.Start.Value, duration ?? chapter.Start.Value),
                    Title: PlainText.OneLine(chapter.Title) ?? Numbered(index + 1)))
                .Select(chapter => new Chapter(chapter.Start, chapter.End!.Value, chapter.Title)),
        ];
    }

    private static string Numbered(int number) => string.Create(CultureInfo.InvariantCulture, $"Chapter {number}");
}

/// <summary>A chapter as a site or a file has it.</summary>
/// <param name="StartTime">In seconds, unchecked.</param>
/// <param name="EndTime">In seconds, unchecked.</param>
internal sealed record RawChapter(double? StartTime, double? EndTime, string? Title);
