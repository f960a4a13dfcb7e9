using System.Buffers;

namespace Yttl.Core.Captions.Formats;

/// <summary>
/// Reads YouTube's SBV and SubViewer: a line <c>0:00:01.000,0:00:04.000</c>, then the text up to the next one. SubViewer
/// has a header in brackets and <c>[br]</c> between lines.
/// </summary>
internal static class SbvCaptions
{
    private const string LineBreak = "[br]";

    private static readonly SearchValues<char> TimingSigns = SearchValues.Create("0123456789:;., -");

    /// <summary>
    /// Returns whether a line has two times with hours or fractions, which no agenda has, and none has an arrow between
    /// them: where both are, the reader of arrows takes both.
    /// </summary>
    public static bool Matches(ReadOnlySpan<char> text)
    {
        var found = false;
        foreach (var line in text.EnumerateLines())
        {
            if (line.Count(',') is 1 or 3 && (line.Contains('.') || line.Count(':') > 3) && Timing(line) is not null)
                found = true;
            else if (TimedLines.HasArrow(line))
                return false;
        }

        return found;
    }

    public static ParsedCaptions Read(string text)
    {
        var cues = new List<OpenCue>();
        var body = new List<string>();
        var (unplaced, stray) = (LeftOut.Timings(), LeftOut.Text());
        CueTiming? open = null;
        var (number, isUnplaced) = (0, false);
        using var lines = new StringReader(text);
        while (lines.ReadLine() is { } line)
        {
            number++;
            var timing = Timing(line);
            if (timing is not null || IsDamagedTiming(line))
            {
                Close();
                (open, isUnplaced) = (timing, timing is null);
                if (isUnplaced)
                    unplaced.Add(number);
            }
            else if (open is null)
            {
                if (!isUnplaced && !string.IsNullOrWhiteSpace(line) && !line.StartsWith('['))
                    stray.Add(number);
            }
            else
                body.Add(line.Replace(LineBreak, "\n", StringComparison.OrdinalIgnoreCase));
        }

        Close();
        return ParsedCaptions.From(cues, unplaced, stray);

        void Close()
        {
            if (open is { } timed)
                cues.Add(new OpenCue(timed.Start, timed.End, CueMarkup.LinesOfMarkup(string.Join('\n', body))));
            body.Clear();
        }
    }

    /// <summary>Nothing but the signs of times, with a comma between two of them.</summary>
    private static bool IsDamagedTiming(ReadOnlySpan<char> line) =>
        line.Contains(',') && line.Count(':') > 2 && !line.ContainsAnyExcept(TimingSigns);

    /// <summary>The comma between the times is the middle one of three where fractions have commas.</summary>
    private static CueTiming? Timing(ReadOnlySpan<char> line)
    {
        var commas = line.Count(',');
        if (commas is not (1 or 3))
            return null;
        var middle = line.IndexOf(',');
        if (commas is 3)
            middle += 1 + line[(middle + 1)..].IndexOf(',');
        return CueTimestamp.TryParse(line[..middle], out var start) && CueTimestamp.TryParse(line[(middle + 1)..], out var end)
            ? new CueTiming(start, end)
            : null;
    }
}
