namespace Yttl.Core.Sources;

/// <summary>A caption file, recognised by its extension.</summary>
/// <param name="Path">Fully qualified.</param>
public sealed record CaptionFile(string Path) : Source
{
    /// <summary>
    /// The extensions of the readable formats, without the dot. Best first: json3 has each event's text once, WebVTT
    /// repeats it while it rolls, the others have lost more.
    /// </summary>
    internal static readonly string[] Extensions = ["json3", "vtt", "srv3", "srv2", "srv1", "srt"];

    public override bool IsList(bool playlistWanted) => false;

    protected override string Text => Path;

    /// <summary>
    /// Returns whether a name has the extension of a readable format. YouTube's XML is also saved as <c>.xml</c>.
    /// </summary>
    public static bool IsNameOfOne(string name) =>
        Extensions.Append("xml").Contains(System.IO.Path.GetExtension(name).TrimStart('.'), StringComparer.OrdinalIgnoreCase);
}
