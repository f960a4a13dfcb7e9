using Yttl.Core.Captions;

namespace Yttl.Core.Reports.Formats;

/// <summary>Cues as WebVTT: https://www.w3.org/TR/webvtt1/.</summary>
public static class WebVttWriter
{
    /// <param name="cues">Ordered by start.</param>
    public static void Write(IEnumerable<Cue> cues, TextWriter output)
    {
        output.Write("WEBVTT\n");
        foreach (var cue in cues)
        {
            output.Write(FormattableString.Invariant(
                $"\n{SubtitleText.Time(cue.Start, '.')} --> {SubtitleText.Time(cue.End, '.')}\n"));
            if (cue.Speaker is { } speaker)
                output.Write($"<v {Escape(string.Join(' ', SubtitleText.Lines(speaker)))}>");
            foreach (var line in SubtitleText.Lines(cue.Text))
            {
                output.Write(Escape(line));
                output.Write('\n');
            }
        }
    }

    /// <summary>Escapes every <c>&gt;</c>, so that no text can hold an arrow.</summary>
    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
