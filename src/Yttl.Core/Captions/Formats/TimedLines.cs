namespace Yttl.Core.Captions.Formats;

/// <summary>A line of a caption file in a text format.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">Of a timing line the text that stands on it beside the times; empty for most.</param>
/// <param name="Timing">Null where the line is no timing line, or where <paramref name="IsUnreadable"/>.</param>
/// <param name="IsUnreadable">Whether this is a timing line without a usable start.</param>
/// <param name="IsEndDamaged">Whether the timing has no end because it is unreadable.</param>
internal readonly record struct TimedLine(
    int Number, string Text, CueTiming? Timing = null, bool IsUnreadable = false, bool IsEndDamaged = false)
{
    public bool IsTiming => Timing is not null || IsUnreadable;

    public bool IsBlank => !IsTiming && string.IsNullOrWhiteSpace(Text);
}

/// <summary>Divides text formats into lines and finds the timing lines among them.</summary>
internal static class TimedLines
{
    /// <summary>The usual rates: PAL, NTSC, high frame rates; hundredths, which some programs write for frames.</summary>
    private static readonly int[] FrameRates = [25, 30, 60, 100];

    /// <summary>
    /// Reads all lines. A line that speech could be is a timing line only where no surer line is in the file: files
    /// write their times in one form. Frames are read with the lowest usual rate that all of the file's fit in.
    /// </summary>
    public static TimedLine[] Of(string text)
    {
        var lines = new List<string>();
        var timings = new List<TimingLine?>();
        using var reader = new StringReader(text);
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line);
            timings.Add(TimingLine.Parse(line));
        }

        var accepted = Accepted(timings);
        var mostFrames = timings.Where(accepted)
            .Max(timing => (int?)Math.Max(timing!.Start?.Frames ?? 0, timing.End?.Frames ?? 0)) ?? 0;
        var frameRate = FrameRates.FirstOrDefault(rate => mostFrames < rate, FrameRates[^1]);
        return [.. lines.Select((line, i) => accepted(timings[i]) ? Timed(i + 1, timings[i]!) : new TimedLine(i + 1, line))];

        TimedLine Timed(int number, TimingLine timing) => timing.Start is { } start
            ? new TimedLine(
                number, timing.Text, new CueTiming(start.ToTime(frameRate), timing.End?.ToTime(frameRate)),
                IsEndDamaged: timing.IsEndDamaged)
            : new TimedLine(number, timing.Text, IsUnreadable: true);
    }

    /// <summary>Returns whether a text in no other format is captions: it has a timing line that prose has not.</summary>
    public static bool AreIn(ReadOnlySpan<char> text)
    {
        foreach (var line in text.EnumerateLines())
            if (TimeSigns.HasSeparator(line)
                && TimingLine.Parse(line.ToString()) is { Shape: not TimingShape.DashWithoutFraction } or { IsFull: true })
                return true;
        return false;
    }

    /// <summary>Returns whether a line has an arrow between its times, as no other format has.</summary>
    public static bool HasArrow(ReadOnlySpan<char> line) => line.Contains("-->", StringComparison.Ordinal)
        && TimingLine.Parse(line.ToString()) is { Shape: TimingShape.Certain };

    private static Func<TimingLine?, bool> Accepted(List<TimingLine?> timings)
    {
        var hasFractions = timings.Exists(timing => timing is { Shape: TimingShape.Certain, HasFraction: true });
        var hasArrows = timings.Exists(timing => timing?.Shape is TimingShape.Certain or TimingShape.ArrowWithoutFraction);
        return timing => timing?.Shape switch
        {
            null => false,
            TimingShape.Certain => true,
            TimingShape.ArrowWithoutFraction => !hasFractions,
            TimingShape.DashWithoutFraction => !hasFractions && (timing.IsFull || !hasArrows),
            _ => !hasFractions && !hasArrows,
        };
    }
}
