using System.Globalization;
using System.Text;

namespace Yttl.Core.Captions.Formats;

/// <summary>
/// Reads SubRip. The format has no specification, so only timing lines are relied on: indexes may be missing or
/// repeated, empty lines may be inside a text or missing between cues, and cues may be in any order.
/// </summary>
internal static class SrtCaptions
{
    /// <summary>Of a number with the blanks around it.</summary>
    private const int LongestNumber = 100;

    /// <returns>
    /// A note where a timing line cannot be read, or text is before the first cue or has lost its timing line.
    /// </returns>
    public static ParsedCaptions Read(string text) => Read(TimedLines.Of(text));

    public static ParsedCaptions Read(IReadOnlyList<TimedLine> lines)
    {
        var cues = new List<OpenCue>();
        var body = new List<TimedLine>();
        var (withoutCue, unreadable, ends, divided) = (LeftOut.Text(), LeftOut.Timings(), LeftOut.Ends(), LeftOut.Rests());
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
        return ParsedCaptions.From(cues, withoutCue, unreadable, ends, divided);

        void Close()
        {
            var previous = index;
            index = TakeIndex(body, previous, isHead: open is null);
            foreach (var line in TakeUntimed(body, previous, index))
                withoutCue.Add(line.Number);
            if (open is { Timing: { } timed } timing)
                AddCues(timed, timing);
            else if (open is null)
                body.Where(line => !line.IsBlank).ToList().ForEach(line => withoutCue.Add(line.Number));
            body.Clear();
        }

        void AddCues(CueTiming timed, TimedLine timing)
        {
            var parts = Parts(timing, body);
            if (parts.Count > 1)
                divided.Add(timing.Number);
            foreach (var (index, part) in parts.Index())
                cues.AddRange(OpenCue.FromMarkup(timed.Share(index, parts.Count), part));
        }
    }

    /// <summary>
    /// Joins the lines of a cue. What would make it too long begins another one, before the text is joined and copied.
    /// </summary>
    private static List<string> Parts(TimedLine timing, List<TimedLine> body)
    {
        // As nearly all are.
        if (timing.Text.Length == 0 && (body.Count == 1 || (body.Count == 2 && body[1].Text.Length == 0)))
            return [body[0].Text];
        var parts = new List<string>();
        List<string> part = timing.Text.Length > 0 ? [timing.Text] : [];
        var mayBeLong = body.Sum(line => (long)line.Text.Length + 1) + timing.Text.Length > CueLength.MostLetters;
        var bytes = 0;
        foreach (var line in body)
        {
            var more = mayBeLong ? Encoding.UTF8.GetByteCount(line.Text) + 1 : 0;
            if (bytes > 0 && bytes + more > CueLength.Longest && !line.IsBlank)
            {
                parts.Add(string.Join('\n', part));
                part.Clear();
                bytes = 0;
            }

            part.Add(line.Text);
            bytes += more;
        }

        parts.Add(string.Join('\n', part));
        return parts;
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

    private static bool TryNumber(string text, out int number)
    {
        number = 0;
        var first = text.AsSpan().TrimStart();
        return first is [var letter, ..] && !char.IsAsciiLetter(letter) && text.Length <= LongestNumber
            && int.TryParse(
                TimeSigns.Plain(text).AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
