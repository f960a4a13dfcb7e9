namespace Yttl.Core.Sources;

/// <summary>A file of captions, told by its extension.</summary>
/// <param name="Path">Fully qualified.</param>
public sealed record CaptionFile(string Path) : Source
{
    /// <summary>
    /// The extensions of the formats that can be read, without the dot. Best first: json3 keeps each event's own words,
    /// WebVTT repeats them while it rolls, the others have lost more.
    /// </summary>
    internal static readonly string[] Extensions = ["json3", "vtt", "srv3", "srv2", "srv1", "srt"];

    public override bool IsList(bool playlistWanted) => false;

    protected override string Text => Path;

    /// <summary>Whether a name ends as the formats do that can be read; YouTube's XML is saved as <c>.xml</c> too.</summary>
    public static bool IsNameOfOne(string name) =>
        Extensions.Append("xml").Contains(System.IO.Path.GetExtension(name).TrimStart('.'), StringComparer.OrdinalIgnoreCase);
}
