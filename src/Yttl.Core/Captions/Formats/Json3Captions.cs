using System.Net;
using System.Text;
using System.Text.Json;
using Yttl.Core.Json;
using Yttl.Core.Text;

namespace Yttl.Core.Captions.Formats;

/// <summary>
/// Reads YouTube's json3: <c>events</c> with <c>segs</c>. Rolling captions have one event per line and, between them,
/// <c>aAppend</c> events with only a line break. Each event has its own text, so nothing repeats. The format is
/// undocumented; fields with their default value are absent.
/// </summary>
internal static class Json3Captions
{
    /// <returns>Cues ordered by start. The lines of a text are separated by <c>\n</c>.</returns>
    /// <exception cref="JsonException">The text is not JSON, or is cut off.</exception>
    public static ParsedCaptions Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var cues = new List<OpenCue>();
        double start = 0;
        foreach (var item in LooseMember.List(document.RootElement, "events"u8) ?? default)
        {
            // An event without a time starts with the event before it, the first at zero.
            start = Number(item, "tStartMs"u8) ?? start;
            var end = start + Number(item, "dDurationMs"u8);
            cues.Add(new OpenCue(
                CueTimestamp.FromMilliseconds(start),
                end is null ? null : CueTimestamp.FromMilliseconds(end.Value),
                TextOf(item)));
        }

        return ParsedCaptions.From(cues);
    }

    private static string TextOf(JsonElement item)
    {
        var text = new StringBuilder();
        foreach (var seg in LooseMember.List(item, "segs"u8) ?? default)
            text.Append(LooseMember.Text(seg, "utf8"u8));
        // Entities are text in JSON; YouTube's translations have them, some encoded twice.
        return CueMarkup.Lines(WebUtility.HtmlDecode(WebUtility.HtmlDecode(text.ToString())));
    }

    private static double? Number(JsonElement element, ReadOnlySpan<byte> name) => LooseMember.Find(element, name) switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetDouble(out var value) => value,
        { ValueKind: JsonValueKind.String } text => LooseNumber.Parse(text.GetRawText().AsSpan().Trim('"')),
        _ => null,
    };
}
