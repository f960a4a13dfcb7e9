using System.Text;
using System.Text.RegularExpressions;
using Yttl.Core.Processes;

namespace Yttl.Core.Sources.Files;

/// <summary>Finds the local files that a playlist lists, as ffmpeg does: HLS, ffconcat, DASH.</summary>
internal static partial class Playlist
{
    /// <summary>In bytes: one of ten thousand parts has one megabyte.</summary>
    private const int LargestText = 16 << 20;

    private const string FileScheme = "file:";

    /// <returns>
    /// Full paths in their order, each once, with those of the playlists among them; empty for a file that is not named as a
    /// playlist. A missing file is among them.
    /// </returns>
    public static IReadOnlyList<string> PartsOf(string path)
    {
        if (!MediaFormats.IsNameOfPlaylist(path))
            return [];
        var found = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal) { Path.GetFullPath(path) };
        var left = new Queue<string>(known);
        while (left.TryDequeue(out var next))
            foreach (var part in PartsIn(next).Where(known.Add))
            {
                found.Add(part);
                left.Enqueue(part);
            }

        return found;
    }

    private static IEnumerable<string> PartsIn(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        var text = Read(path);
        if (text.StartsWith("#EXTM3U", StringComparison.Ordinal))
            return Resolve(folder, Lines(text).SelectMany(InHls));
        if (text.StartsWith("ffconcat version", StringComparison.Ordinal))
            return Resolve(folder, Lines(text).Select(InConcat).OfType<string>());
        // DASH names its parts by patterns, and has them beside it.
        return text.Contains("<MPD", StringComparison.Ordinal) ? Directory.GetFiles(folder).Order(StringComparer.Ordinal) : [];
    }

    private static IEnumerable<string> InHls(string line) => line.StartsWith('#')
        ? Uri().Matches(line).Select(match => match.Groups["name"].Value)
        : [line];

    private static string? InConcat(string line) =>
        line.StartsWith("file", StringComparison.Ordinal) && CommandWords.TrySplit(line, out var words) && words is ["file", var name, ..]
            ? name
            : null;

    /// <summary>Only names of files: ffmpeg is kept from all else.</summary>
    private static IEnumerable<string> Resolve(string folder, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            var file = name.StartsWith(FileScheme, StringComparison.Ordinal) ? name[FileScheme.Length..] : name;
            if (file.Length > 0 && !file.Contains("://", StringComparison.Ordinal) && !file.Contains('\0'))
                yield return Path.GetFullPath(file, folder);
        }
    }

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);

    /// <returns>Blank for what is no text, or cannot be read: opening it later says why.</returns>
    private static string Read(string path)
    {
        try
        {
            using var file = RegularFile.OpenRead(path);
            return file.Length <= LargestText && TextFile.IsText(path) ? new StreamReader(file, Encoding.UTF8).ReadToEnd() : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    [GeneratedRegex("URI=\"(?<name>[^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Uri();
}
