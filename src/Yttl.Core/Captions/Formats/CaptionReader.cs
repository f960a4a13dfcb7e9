using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using Yttl.Core.Captions.Speakers;
using Yttl.Core.Languages;

namespace Yttl.Core.Captions.Formats;

/// <summary>Reads captions of any supported format from bytes.</summary>
internal static partial class CaptionReader
{
    /// <summary>
    /// Detects the encoding, recognises the format by the content, reads the cues and removes the lines that rolling
    /// captions repeat. Time and memory are linear in the size of the content.
    /// </summary>
    /// <param name="format">
    /// The usual extension, with or without its dot. It decides only where the content does not: a WebVTT file without
    /// its header looks like SRT.
    /// </param>
    /// <param name="language">Helps to choose among legacy code pages; null where it is unknown.</param>
    public static CaptionReading Read(byte[] content, string? format, LanguageTag? language)
    {
        var text = OneLineEnd(CaptionEncoding.Decode(content, language).TrimStart('\uFEFF'));
        if (string.IsNullOrWhiteSpace(text))
            return CaptionReading.Failed("it is empty");
        if (CaptionFormat.IsWebPage(text))
            return CaptionReading.Failed("it is a web page, not captions");
        if (CaptionFormat.Find(text, format) is not { } found)
            return CaptionReading.Failed(CaptionFormat.IsProse(text)
                ? CaptionReading.WithoutTimes
                : $"YTTL cannot read its format, only {CaptionFormat.Names}");
        try
        {
            return Finish(found.Read(text));
        }
        catch (Exception cause) when (cause is JsonException or XmlException)
        {
            return CaptionReading.Failed(
                text.Contains("<!DOCTYPE", StringComparison.Ordinal)
                    ? "its document type declares entities, which are not read"
                    : "it is damaged or cut off");
        }
    }

    /// <summary>
    /// A copy in text mode doubles the carriage return of a line end, and some writers put it behind the line feed: read
    /// as two ends, each line would be followed by an empty one.
    /// </summary>
    private static string OneLineEnd(string text)
    {
        text = DoubledReturns().Replace(text, "\n");
        var first = text.AsSpan().IndexOfAny('\r', '\n');
        return first >= 0 && text.AsSpan(first).StartsWith("\n\r") && text.AsSpan().Count('\r') == text.AsSpan().Count('\n')
            ? text.Replace("\n\r", "\n", StringComparison.Ordinal)
            : text;
    }

    [GeneratedRegex(@"\r{2,}\n")]
    private static partial Regex DoubledReturns();

    private static CaptionReading Finish(ParsedCaptions parsed)
    {
        if (parsed.Cues.Count == 0)
            return CaptionReading.Failed(string.Join(": ", ["it holds no cues", .. parsed.Notes]));
        var spoken = OnOneLine(SpeakerLabels.Take(WithoutRepeats(parsed.Cues)));
        var cues = CueLength.Divide(spoken, out var divided);
        return CaptionReading.From(cues, [.. parsed.Notes, .. CueLength.Note(divided) is { } note ? [note] : Array.Empty<string>()]) with
        {
            Loops = LoopedCues.Find(spoken),
            Language = parsed.Language,
        };
    }

    /// <summary>Captions that grow in a window of several lines roll when their growth is taken away.</summary>
    private static IReadOnlyList<Cue> WithoutRepeats(IReadOnlyList<Cue> cues)
    {
        var unrolled = RollingCaptions.Unroll(cues);
        return ReferenceEquals(unrolled, cues) ? RollingCaptions.Unroll(GrowingCaptions.Join(EmphasizedWords.Join(cues))) : unrolled;
    }

    private static Cue[] OnOneLine(IReadOnlyList<Cue> cues)
    {
        var lines = new Cue[cues.Count];
        for (var i = 0; i < lines.Length; i++)
            lines[i] = CueMarkup.OneLine(cues[i].Text) is var text && ReferenceEquals(text, cues[i].Text)
                ? cues[i]
                : cues[i] with { Text = text };
        return lines;
    }
}
