using Yttl.Core.Languages;

namespace Yttl.Core.Sources.Files;

/// <summary>
/// Finds caption files beside a media file with its name: <c>talk.vtt</c>, <c>talk.en.srt</c>, <c>talk.mp4.vtt</c>.
/// </summary>
internal static class SideCarFiles
{
    /// <summary>
    /// Words that players and download tools put between the name and the extension, besides a language.
    /// </summary>
    private static readonly string[] Marks = ["forced", "sdh", "cc", "hi", "default", "auto", "orig", "full"];

    /// <returns>Ordered by name, so that the order is the same on every file system.</returns>
    public static IReadOnlyList<CaptionTrack> Beside(string mediaPath) =>
        In(Neighbours(mediaPath), Path.GetFileName(mediaPath));

    internal static IReadOnlyList<CaptionTrack> In(IEnumerable<string> paths, string mediaName) =>
    [
        .. paths
            .Select(path => (Path: path, Marks: MarksOf(Path.GetFileName(path), mediaName)))
            .Where(file => file.Marks is not null)
            .OrderBy(file => Path.GetFileName(file.Path), StringComparer.OrdinalIgnoreCase)
            .ThenBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => CaptionFiles.Track(file.Path, LanguageIn(file.Marks!))),
    ];

    private static LanguageTag? LanguageIn(string[] marks) =>
        marks.Select(MediaLanguage.Read).FirstOrDefault(tag => tag is not null);

    private static IEnumerable<string> Neighbours(string mediaPath)
    {
        // A folder may allow reading a file but not listing: it has no neighbours then.
        var options = new EnumerationOptions { IgnoreInaccessible = true };
        return Path.GetDirectoryName(mediaPath) is { } folder ? Directory.EnumerateFiles(folder, "*", options) : [];
    }

    /// <returns>
    /// The words between the media file's name and the extension. Null where the file belongs to another.
    /// </returns>
    private static string[]? MarksOf(string name, string mediaName)
    {
        // An .xml file beside a film is seldom captions.
        if (!CaptionFile.IsNameOfOne(name)
            || Path.GetExtension(name).Equals(".xml", StringComparison.OrdinalIgnoreCase))
            return null;

        var stem = Path.GetFileNameWithoutExtension(name);
        var own = Path.GetFileNameWithoutExtension(mediaName);
        var named = stem.StartsWith(mediaName, StringComparison.OrdinalIgnoreCase) ? mediaName
            : stem.StartsWith(own, StringComparison.OrdinalIgnoreCase) ? own
            : null;
        if (named is null || (stem.Length > named.Length && stem[named.Length] is not '.'))
            return null;
        var words = stem[named.Length..].Split('.', StringSplitOptions.RemoveEmptyEntries);
        return words.All(IsMark) ? words : null;
    }

    private static bool IsMark(string word) =>
        MediaLanguage.Read(word) is not null || Marks.Contains(word, StringComparer.OrdinalIgnoreCase);
}
