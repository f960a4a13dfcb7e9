namespace Yttl.Core.Sources.Files;

/// <summary>
/// Finds the caption files beside a media file: those with its name (<see cref="SideCarName"/>), and in a folder of one
/// media file those without a name of their own (<c>en.srt</c>), or the only one there is.
/// </summary>
internal static class SideCarFiles
{
    /// <returns>Ordered by name, so that the order is the same on every file system.</returns>
    public static IReadOnlyList<CaptionTrack> Beside(string mediaPath) =>
        In(Neighbours(mediaPath), Path.GetFileName(mediaPath));

    internal static IReadOnlyList<CaptionTrack> In(IReadOnlyList<string> paths, string mediaName) =>
    [
        .. Find(new Neighbourhood(paths), mediaName)
            .OrderBy(file => CaptionFile.IsNameOfAnyText(file.Path))
            .ThenBy(file => NameOf(file.Path), StringComparer.OrdinalIgnoreCase)
            .ThenBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => CaptionFiles.Track(file.Path, file.Name.Language) with
            {
                Role = file.Name.Role,
                MayBeOfAnother = file.Name.Length == 0 && SideCarName.FindBare(NameOf(file.Path)) is null,
            }),
    ];

    /// <summary>Returns whether a caption file has the name of the media file, and not only its place.</summary>
    internal static bool IsNamedFor(string path, string mediaPath) =>
        SideCarName.Find(NameOf(path), SideCarName.NamesOf(NameOf(mediaPath))) is not null;

    /// <summary>Returns the paths of one folder that are captions of media files in it, each with one of those.</summary>
    internal static IReadOnlyDictionary<string, string> Among(IReadOnlyList<string> paths, IEnumerable<string> mediaPaths)
    {
        var folder = new Neighbourhood(paths);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var media in mediaPaths)
            foreach (var (path, _) in Find(folder, NameOf(media)))
                found.TryAdd(path, media);
        return found;
    }

    internal static IReadOnlyList<string> Neighbours(string path)
    {
        // A folder may allow reading a file but not listing: it has no neighbours then.
        var options = new EnumerationOptions { IgnoreInaccessible = true };
        return Path.GetDirectoryName(path) is { } folder ? Directory.GetFiles(folder, "*", options) : [];
    }

    private static IEnumerable<(string Path, SideCarName Name)> Find(Neighbourhood folder, string mediaName)
    {
        var own = SideCarName.NamesOf(mediaName);
        var isAlone = folder.Media.All(media => media.Name == mediaName);
        foreach (var path in folder.Captions)
        {
            var name = NameOf(path);
            if (SideCarName.Find(name, own) is { } named)
            {
                // The captions of talk.en.mp4 begin with the name of talk.mp4 too.
                if (!folder.Media.Any(media => SideCarName.Find(name, media.Names)?.Length > named.Length))
                    yield return (path, named);
            }
            else if (isAlone && !CaptionFile.IsNameOfAnyText(path)
                && (folder.IsLone(path) ? SideCarName.OfLone(name) : SideCarName.FindBare(name)) is { } bare)
                yield return (path, bare);
        }
    }

    private static string NameOf(string path) => Path.GetFileName(path);

    private sealed class Neighbourhood
    {
        private readonly string? _lone;

        public Neighbourhood(IReadOnlyList<string> paths)
        {
            Captions = [.. paths.Where(CaptionFile.IsNameOfOne)];
            Media =
            [
                .. paths.Select(NameOf).Where(MediaFile.IsNameOfOne).Select(name => (name, SideCarName.NamesOf(name))),
            ];
            var sure = Captions.Where(path => !CaptionFile.IsNameOfAnyText(path)).ToList();
            _lone = sure is [var only] ? only : null;
        }

        public IReadOnlyList<string> Captions { get; }

        public IReadOnlyList<(string Name, IReadOnlyList<string> Names)> Media { get; }

        public bool IsLone(string path) => path == _lone;
    }
}
