namespace Yttl.Core.Sources.Files;

/// <summary>The captions of media files in a list of sources, such as a shell makes of <c>talks/*</c>.</summary>
public static class SideCars
{
    /// <summary>Finds the caption files of a list that are read with a media file of the same list.</summary>
    /// <returns>Each with one media file that it belongs to.</returns>
    public static IReadOnlyDictionary<CaptionFile, MediaFile> Among(IEnumerable<Source> sources)
    {
        var found = new Dictionary<CaptionFile, MediaFile>();
        foreach (var folder in sources.GroupBy(source => Path.GetDirectoryName(PathOf(source) ?? "") ?? ""))
        {
            var captions = folder.OfType<CaptionFile>().ToHashSet();
            var media = folder.OfType<MediaFile>().Select(file => file.Path).ToList();
            if (captions.Count is 0 || media.Count is 0)
                continue;
            foreach (var (path, owner) in SideCarFiles.Among(SideCarFiles.Neighbours(media[0]), media))
                if (captions.Contains(new CaptionFile(path)))
                    found.TryAdd(new CaptionFile(path), new MediaFile(owner));
        }

        return found;
    }

    private static string? PathOf(Source source) => source switch
    {
        CaptionFile file => file.Path,
        MediaFile file => file.Path,
        _ => null,
    };
}
