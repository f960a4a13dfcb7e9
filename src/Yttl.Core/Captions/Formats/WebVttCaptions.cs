using System.Text;

namespace Yttl.Core.Captions.Formats;

/// <summary>
/// Reads WebVTT as tolerantly as browsers do: a cue begins at a timing line and ends at an empty one. Everything else
/// (header, X-TIMESTAMP-MAP, NOTE, STYLE, REGION, cue ids) has no timing line and is skipped.
/// <see href="https://www.w3.org/TR/webvtt1/#file-parsing"/>
/// </summary>
internal static class WebVttCaptions
{
    /// <returns>Cues ordered by start. The lines of a text are separated by <c>\n</c>.</returns>
    public static IReadOnlyList<Cue> Read(string text)
    {
        var cues = new List<OpenCue>();
        var body = new StringBuilder();
        CueTiming? open = null;
        using var lines = new StringReader(text);
        while (lines.ReadLine() is { } line)
        {
            if (CueTiming.TryParse(line, out var timing))
            {
                Close();
                open = timing;
            }
            else if (line.Length == 0)
                Close();
            else if (open is not null)
                body.Append(line).Append('\n');
        }

        Close();
        return OpenCue.Close(cues);

        void Close()
        {
            if (open is { } timed)
                cues.Add(new OpenCue(timed.Start, timed.End, CueMarkup.LinesOfMarkup(body.ToString())));
            open = null;
            body.Clear();
        }
    }
}
