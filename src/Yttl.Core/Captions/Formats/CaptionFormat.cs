using System.Buffers;

namespace Yttl.Core.Captions.Formats;

/// <summary>
/// A caption format: how it is recognised and read. <see cref="Sources.CaptionFile"/> has the extensions.
/// </summary>
/// <param name="Matches">
/// Returns whether a text, without its leading white space, has this format. File names and content types of captions
/// are often wrong.
/// </param>
/// <param name="Read">
/// Throws <see cref="System.Text.Json.JsonException"/> or <see cref="System.Xml.XmlException"/> where the text is
/// damaged.
/// </param>
internal sealed record CaptionFormat(
    string Name, Func<ReadOnlySpan<char>, bool> Matches, Func<string, ParsedCaptions> Read)
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    private static readonly CaptionFormat WebVtt = new(
        "WebVTT", text => text.StartsWith("WEBVTT", StringComparison.Ordinal), WebVttCaptions.Read);

    /// <summary>Tried after those with a header: only a timing line identifies it.</summary>
    private static readonly CaptionFormat Srt = new("SRT", TimedLines.AreIn, SrtCaptions.Read);

    private static readonly CaptionFormat[] All =
    [
        new(
            "json3",
            text => text.StartsWith('{') && text.Contains("\"events\"", StringComparison.Ordinal),
            Json3Captions.Read),
        new("Whisper's JSON", WhisperJsonCaptions.Matches, WhisperJsonCaptions.Read),
        new("Whisper's tables", WhisperTableCaptions.Matches, WhisperTableCaptions.Read),
        WebVtt,
        new("YouTube XML", text => RootElement(text) is "timedtext" or "transcript", YouTubeXmlCaptions.Read),
        new("TTML", text => RootElement(text).Split(':')[^1] is "tt", TtmlCaptions.Read),
        new("ASS", AssCaptions.Matches, AssCaptions.Read),
        new("SBV", SbvCaptions.Matches, SbvCaptions.Read),
        new("LRC", LrcCaptions.Matches, LrcCaptions.Read),
        Srt,
        new("text with a line for each speaker and time", TimedTextCaptions.Matches, TimedTextCaptions.Read),
    ];

    public static string Names { get; } = string.Join(", ", All.Select(format => format.Name));

    /// <param name="hint">The usual extension. Decides only for cues without a header.</param>
    /// <returns>Null where no format matches.</returns>
    public static CaptionFormat? Find(string text, string? hint)
    {
        var start = text.AsSpan().TrimStart();
        foreach (var format in All)
            if (format.Matches(start))
                return format == Srt && hint?.TrimStart('.').ToLowerInvariant() is "vtt" or "webvtt" ? WebVtt : format;
        return null;
    }

    /// <summary>Returns whether a text of no known format is prose, not markup, data or a recording.</summary>
    public static bool IsProse(ReadOnlySpan<char> text) =>
        (text.TrimStart() is not ['{' or '<' or '[', ..] || text.TrimStart() is ['[', var second, ..] && char.IsLetter(second))
        && !text.Contains('\0');

    public static bool IsWebPage(string text) =>
        RootElement(text.AsSpan().TrimStart()) is "html" or "head" or "body" or "script";

    /// <summary>
    /// Returns the name of the first element in lower case. Skips the XML declaration, comments and the document type.
    /// </summary>
    private static string RootElement(ReadOnlySpan<char> text)
    {
        while (text.StartsWith('<'))
        {
            var name = text[1..];
            if (name is not ['!' or '?', ..])
                return name[..Math.Max(0, name.IndexOfAny(NameEnds))].ToString().ToLowerInvariant();
            if (name.StartsWith("!doctype html", StringComparison.OrdinalIgnoreCase))
                return "html";
            var end = name.StartsWith("!--", StringComparison.Ordinal) ? "-->" : ">";
            var at = text.IndexOf(end, StringComparison.Ordinal);
            if (name.StartsWith("!DOCTYPE", StringComparison.Ordinal) && text.IndexOf('[') is >= 0 and var subset && subset < at)
                at = text.IndexOf(']') is > 0 and var close ? close + text[close..].IndexOf('>') : -1;
            text = at < 0 ? [] : text[(at + end.Length)..].TrimStart();
        }

        return "";
    }
}
