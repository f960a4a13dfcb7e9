using System.Globalization;

namespace Yttl.Core.Captions.Formats;

/// <summary>
/// Reads SubRip. The format has no specification, so only timing lines are relied on: indexes may be missing or
/// repeated, empty lines may be inside a text or missing between cues, and cues may be in any order.
/// </summary>
internal static class SrtCaptions
{
    /// <returns>Cues ordered by start. The lines of a text are separated by <c>\n</c>.</returns>
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
                cues.Add(new OpenCue(timed.Start, timed.End, CueMarkup.LinesOfMarkup(string.Join('\n', body))));
            body.Clear();
        }
    }

    /// <summary>
    /// Removes the next cue's index, which ends the lines between two timing lines. A number is an index where an empty
    /// line precedes it, where it continues the count, or at the head of the file. Any other number is text.
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
