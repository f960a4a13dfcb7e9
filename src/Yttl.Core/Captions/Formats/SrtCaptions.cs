using System.Globalization;

namespace Yttl.Core.Captions.Formats;

/// <summary>
/// SubRip. The format has no specification: only timing lines are relied on, so indexes may be missing or repeated,
/// empty lines may stand inside a text or be missing between cues, and cues may come in any order.
/// </summary>
internal static class SrtCaptions
{
    /// <returns>Cues by start; a text's lines are separated by <c>\n</c>.</returns>
    public static IReadOnlyList<Cue> Read(string text)
    {
        var cues = new List<OpenCue>();
        var body = new List<string>();
        CueTiming? open = null;
        var index = 0;
        using var lines = new StringReader(text);
        while (lines.ReadLine() is { } line)
        {
            if (CueTiming.TryParse(line, out var timing))
            {
                Close();
                open = timing;
            }
            else
                body.Add(line);
        }

        Close();
        return OpenCue.Close(cues);

        void Close()
        {
            index = TakeIndex(body, index, isHead: open is null);
            if (open is { } timed)
                cues.Add(new OpenCue(timed.Start, timed.End, CueText.LinesOfMarkup(string.Join('\n', body))));
            body.Clear();
        }
    }

    /// <summary>
    /// The next cue's index ends what lies between two timing lines. A number there is one when an empty line comes
    /// before it, when it counts on, or at the head of the file; any other number was said.
    /// </summary>
    private static int TakeIndex(List<string> body, int previous, bool isHead)
    {
        var last = body.FindLastIndex(line => !string.IsNullOrWhiteSpace(line));
        if (last < 0 || !TryNumber(body[last].AsSpan().Trim(), out var number))
            return previous;
        var apart = last > 0 && (string.IsNullOrWhiteSpace(body[last - 1]) || number == previous + 1);
        if (!apart && !isHead)
            return previous;
        body.RemoveAt(last);
        return number;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
