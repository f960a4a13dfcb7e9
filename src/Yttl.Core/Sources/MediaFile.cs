namespace Yttl.Core.Sources;

/// <summary>A video or audio file. Resolving it checks whether it exists and can be played.</summary>
/// <param name="Path">Fully qualified.</param>
public sealed record MediaFile(string Path) : Source
{
    /// <summary>The usual extensions, without the dot: what is a media file in a folder of many files.</summary>
    private static readonly HashSet<string> Extensions = new(
        [
            "mp4", "m4v", "mkv", "webm", "mov", "avi", "wmv", "asf", "flv", "mpg", "mpeg", "m2v", "ts", "mts", "m2ts", "vob",
            "3gp", "3g2", "ogv", "mxf", "rm", "rmvb", "divx", "f4v",
            "mp3", "m4a", "m4b", "aac", "wav", "flac", "ogg", "oga", "opus", "wma", "mka", "aif", "aiff", "amr", "ac3", "mp2",
        ],
        StringComparer.OrdinalIgnoreCase);

    public override bool IsList(bool playlistWanted) => false;

    protected override string Text => Path;

    /// <summary>Returns whether a name has the extension of a video or audio file.</summary>
    public static bool IsNameOfOne(string name) => Extensions.Contains(System.IO.Path.GetExtension(name).TrimStart('.'));
}
