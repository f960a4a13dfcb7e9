namespace Yttl.Core.Captions.Formats;

/// <summary>Divides text formats into lines and finds the timing lines among them.</summary>
internal static class TimedLines
{
    /// <summary>The usual rates: PAL, NTSC, high frame rates; hundredths, which some programs write for frames.</summary>
    private static readonly int[] FrameRates = [25, 30, 60, 100];

    /// <summary>
    /// Reads all lines. A line that speech could be is a timing line only where no surer line is in the file: files
    /// write their times in one form. Frames are read with the lowest usual rate that all of the file's fit in. A line
    /// that is longer than a cue may be is divided.
    /// </summary>
    public static TimedLine[] Of(string text)
    {
        var lines = new TimedLine[text.AsSpan().Count('\n') + (text.EndsWith('\n') ? 0 : 1)];
        var unsure = new List<(int Line, TimingLine Timing)>();
        var (count, number, hasFractions, hasArrows) = (0, 0, false, false);
        for (int at = 0, end; at < text.Length; at = end + LineEnd(text, end))
        {
            number++;
            end = text.AsSpan(at).IndexOfAny('\r', '\n') is >= 0 and var length ? at + length : text.Length;
            if (CueLength.IsShort(text.AsSpan(at, end - at)))
                Add(text[at..end]);
            else
                foreach (var part in CueLength.Parts(text, at, end))
                    Add(part);
        }

        Array.Resize(ref lines, count);
        Decide(lines, unsure, hasFractions, hasArrows);
        return lines;

        void Add(string line)
        {
            if (count == lines.Length)
                Array.Resize(ref lines, count * 2);
            lines[count++] = TimingLine.Parse(line) is { } timing ? Read(timing, line) : new TimedLine(number, line);
        }

        TimedLine Read(TimingLine timing, string line)
        {
            hasFractions |= timing is { Shape: TimingShape.Certain, HasFraction: true };
            hasArrows |= timing.Shape is TimingShape.Certain or TimingShape.ArrowWithoutFraction;
            if (timing is { Shape: TimingShape.Certain, Start.Frames: null, End: null or { Frames: null } })
                return Timed(number, timing, FrameRates[0]);
            unsure.Add((count - 1, timing));
            return new TimedLine(number, line);
        }
    }

    private static int LineEnd(string text, int at) => text.AsSpan(at).StartsWith("\r\n") ? 2 : 1;

    /// <summary>Decides about the lines that others of the file decide about, or how many frames a second has.</summary>
    private static void Decide(
        TimedLine[] lines, List<(int Line, TimingLine Timing)> unsure, bool hasFractions, bool hasArrows)
    {
        unsure.RemoveAll(one => one.Timing.Shape switch
        {
            TimingShape.Certain => false,
            TimingShape.ArrowWithoutFraction => hasFractions,
            TimingShape.DashWithoutFraction => hasFractions || !(one.Timing.IsFull || !hasArrows),
            _ => hasFractions || hasArrows,
        });
        var mostFrames = unsure.Select(one => Math.Max(one.Timing.Start?.Frames ?? 0, one.Timing.End?.Frames ?? 0))
            .DefaultIfEmpty(0).Max();
        var frameRate = FrameRates.FirstOrDefault(rate => mostFrames < rate, FrameRates[^1]);
        foreach (var (line, timing) in unsure)
            lines[line] = Timed(lines[line].Number, timing, frameRate);
    }

    private static TimedLine Timed(int number, TimingLine timing, int frameRate) => timing.Start is { } start
        ? new TimedLine(
            number, timing.Text, new CueTiming(start.ToTime(frameRate), timing.End?.ToTime(frameRate)),
            isEndDamaged: timing.IsEndDamaged)
        : new TimedLine(number, timing.Text, isUnreadable: true);

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
}
