namespace Yttl.Core.Sources;

/// <summary>A file of captions, told by its extension.</summary>
/// <param name="Path">Fully qualified.</param>
public sealed record CaptionFile(string Path) : Source
{
    private static readonly string[] Extensions = [".vtt", ".srt", ".json3", ".srv1", ".srv2", ".srv3", ".xml"];

    public override bool IsList(bool playlistWanted) => false;

    protected override string Text => Path;

    /// <summary>Whether a name ends as the formats do that can be read.</summary>
    public static bool IsNameOfOne(string name) =>
        Extensions.Contains(System.IO.Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);
}
