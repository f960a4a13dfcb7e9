using System.Globalization;

namespace Yttl.Core.Captions.Formats;

/// <summary>
/// Reads SubRip. The format has no specification, so only timing lines are relied on: indexes may be missing or
/// repeated, empty lines may be inside a text or missing between cues, and cues may be in any order.
/// </summary>
internal static class SrtCaptions
{
    /// <returns>
    /// A note where a timing line cannot be read, or text is before the first cue or has lost its timing line.
    /// </returns>
    public static ParsedCaptions Read(string text) => Read(TimedLines.Of(text));

    public static ParsedCaptions Read(IReadOnlyList<TimedLine> lines)
    {
        var cues = new List<OpenCue>();
        var body = new List<TimedLine>();
        var (withoutCue, unreadable, ends) = (LeftOut.Text(), LeftOut.Timings(), LeftOut.Ends());
        TimedLine? open = null;
        var index = 0;
        foreach (var line in lines)
        {
            if (!line.IsTiming)
            {
                body.Add(line);
                continue;
            }

            Close();
            open = line;
            if (line.IsUnreadable)
                unreadable.Add(line.Number);
            if (line.IsEndDamaged)
                ends.Add(line.Number);
        }

        Close();
        return ParsedCaptions.From(cues, withoutCue, unreadable, ends);

        void Close()
        {
            var previous = index;
            index = TakeIndex(body, previous, isHead: open is null);
            foreach (var line in TakeUntimed(body, previous, index))
                withoutCue.Add(line.Number);
            if (open is { Timing: { } timed } timing)
                cues.Add(OpenCue.FromMarkup(timed, string.Join('\n', body.Select(line => line.Text).Prepend(timing.Text))));
            else if (open is null)
                body.Where(line => !line.IsBlank).ToList().ForEach(line => withoutCue.Add(line.Number));
            body.Clear();
        }
    }

    /// <summary>
    /// Removes the next cue's index, which ends the lines between two timing lines. A number is an index where an empty
    /// line precedes it, where it continues the count, or at the head of the file. Any other number is text, and so is
    /// one between empty lines that does not continue the count.
    /// </summary>
    private static int TakeIndex(List<TimedLine> body, int previous, bool isHead)
    {
        var last = body.FindLastIndex(line => !line.IsBlank);
        if (last < 0 || !TryNumber(body[last].Text, out var number))
            return previous;
        var isNext = number == previous + 1;
        var isApart = last > 0 && (isNext || (body[last - 1].IsBlank && last == body.Count - 1));
        if (!isApart && !isHead)
            return previous;
        body.RemoveAt(last);
        return number;
    }

    /// <summary>
    /// Removes the cues whose timing line is gone: those behind an empty line that begin with the index which the count
    /// lacks. Their text is not that of the cue before.
    /// </summary>
    private static List<TimedLine> TakeUntimed(List<TimedLine> body, int index, int next)
    {
        if (index == 0 || next <= index + 1)
            return [];
        var first = body.FindIndex(line => TryNumber(line.Text, out var number) && number == index + 1);
        if (first < 1 || !body[first - 1].IsBlank || first + 1 >= body.Count || body[first + 1].IsBlank)
            return [];
        var untimed = body[first..];
        body.RemoveRange(first, untimed.Count);
        return untimed.FindAll(line => !line.IsBlank && !TryNumber(line.Text, out _));
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(TimeSigns.Plain(text).AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
