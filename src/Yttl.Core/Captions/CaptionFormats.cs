using System.Buffers;

namespace Yttl.Core.Captions;

/// <summary>Tells what a text is by its beginning; names and content types of captions are often wrong.</summary>
internal static class CaptionFormats
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    /// <param name="hint">The usual extension; used only for cues without any header.</param>
    public static CaptionFormat Recognise(string text, string? hint)
    {
        var start = text.AsSpan().TrimStart();
        if (start.StartsWith("WEBVTT", StringComparison.Ordinal))
            return CaptionFormat.WebVtt;
        if (start[0] == '{' && text.Contains("\"events\"", StringComparison.Ordinal))
            return CaptionFormat.Json3;
        if (start[0] == '<' && OfMarkup(start) is var markup and not CaptionFormat.Unknown)
            return markup;
        if (!HasTimingLine(start))
            return CaptionFormat.Unknown;
        return hint?.TrimStart('.').ToLowerInvariant() is "vtt" or "webvtt" ? CaptionFormat.WebVtt : CaptionFormat.Srt;
    }

    private static CaptionFormat OfMarkup(ReadOnlySpan<char> text) => RootElement(text) switch
    {
        "timedtext" or "transcript" => CaptionFormat.YouTubeXml,
        "html" or "head" or "body" or "script" => CaptionFormat.Html,
        _ => CaptionFormat.Unknown,
    };

    /// <summary>
    /// The name of the first element, lower case, past the XML declaration, comments and the document type.
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
            text = at < 0 ? [] : text[(at + end.Length)..].TrimStart();
        }

        return "";
    }

    private static bool HasTimingLine(ReadOnlySpan<char> text)
    {
        foreach (var line in text.EnumerateLines())
            if (CueTiming.TryParse(line, out _))
                return true;
        return false;
    }
}
