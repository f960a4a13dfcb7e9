namespace Yttl.Core.Sources;

/// <summary>A caption file, recognised by its extension.</summary>
/// <param name="Path">Fully qualified.</param>
public sealed record CaptionFile(string Path) : Source
{
    /// <summary>What resolves it, as <see cref="Video.Extractor"/>.</summary>
    internal const string Extractor = "captions";

    /// <summary>
    /// The extensions of the readable formats, without the dot. Best first: json3 has each event's text once, WebVTT
    /// repeats it while it rolls, the others have lost more.
    /// </summary>
    internal static readonly string[] Extensions =
        ["json3", "vtt", "srv3", "srv2", "srv1", "srt", "ttml", "dfxp", "ass", "ssa", "sbv", "lrc"];

    /// <summary>Captions are in such files too, among much else: YouTube's XML, TTML, Whisper's JSON, Otter's text.</summary>
    private static readonly string[] OfAnyText = ["json", "xml", "txt", "tsv", "csv"];

    public override bool IsList(bool playlistWanted) => false;

    protected override string Text => Path;

    /// <summary>Returns whether a name has an extension that a readable format is saved with.</summary>
    public static bool IsNameOfOne(string name) => HasOne(Extensions, name) || HasOne(OfAnyText, name);

    /// <summary>Returns whether only the content of a file with this name can show that it is captions.</summary>
    internal static bool IsNameOfAnyText(string name) => HasOne(OfAnyText, name);

    private static bool HasOne(string[] extensions, string name) =>
        extensions.Contains(System.IO.Path.GetExtension(name).TrimStart('.'), StringComparer.OrdinalIgnoreCase);
}
