using System.Text.RegularExpressions;
using Yttl.Core.Failures;
using Yttl.Core.Text;

namespace Yttl.Core.Sources.Files;

/// <summary>Lists the files of a folder that are sources.</summary>
internal static partial class FolderFiles
{
    private const int LongestNumber = 20;

    /// <summary>
    /// Returns each media file once, and the caption files that belong to none of them, in the order of their names,
    /// where <c>2.mp4</c> comes before <c>10.mp4</c>. Hidden files are left out.
    /// </summary>
    /// <exception cref="YttlException"><c>folder.unreadable</c> or <c>folder.empty</c>.</exception>
    public static ListOutcome List(MediaFolder folder)
    {
        var paths = In(Names(folder));
        if (paths is [])
            throw Failed(
                "folder.empty",
                $"{folder.Path} has no media file and no caption file: give a file or another folder (sub-folders are not searched)");
        return new ListOutcome(
            PlainText.OneLine(Path.GetFileName(folder.Path)),
            [.. paths.Select(path => new PlaylistEntry(path, null, null))],
            null);
    }

    public static YttlException NotOneVideo(MediaFolder folder) =>
        Failed("file.directory", $"{folder.Path} is a folder: give a file in it");

    internal static IReadOnlyList<string> In(IReadOnlyList<string> paths)
    {
        var media = paths.Where(MediaFile.IsNameOfOne).ToList();
        var belonging = SideCarFiles.Among(paths, media);
        return
        [
            .. paths
                .Where(path => MediaFile.IsNameOfOne(path) || (IsCaptions(path) && !belonging.ContainsKey(path)))
                .OrderBy(path => InOrder(Path.GetFileName(path)), StringComparer.OrdinalIgnoreCase)
                .ThenBy(path => path, StringComparer.Ordinal),
        ];
    }

    /// <summary>Any text may be named <c>.json</c>, <c>.xml</c> or <c>.txt</c>.</summary>
    private static bool IsCaptions(string path) => CaptionFile.IsNameOfOne(path) && !CaptionFile.IsNameOfAnyText(path);

    private static string InOrder(string name) => Digits().Replace(name, match => match.Value.PadLeft(LongestNumber, '0'));

    private static string[] Names(MediaFolder folder)
    {
        try
        {
            return Directory.GetFiles(folder.Path, "*", new EnumerationOptions { IgnoreInaccessible = true });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed("folder.unreadable", $"{folder.Path} cannot be read: {FileReason.Format(e)}", e);
        }
    }

    private static YttlException Failed(string code, string message, Exception? cause = null) =>
        new(FailureCategory.Input, code, PlainText.OneLine(message)!, inner: cause);

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
