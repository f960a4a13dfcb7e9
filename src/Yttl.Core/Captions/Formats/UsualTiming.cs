namespace Yttl.Core.Captions.Formats;

/// <summary>
/// Reads the one spelling that nearly all timing lines have, <c>00:00:01,249 --> 00:00:03.000</c>, as
/// <see cref="TimingLine"/> does and without its search for others.
/// </summary>
internal static class UsualTiming
{
    private const string Pattern = "dd:dd:dd.ddd --> dd:dd:dd.ddd";
    private const int Second = 17;

    /// <returns>Null where the line is spelled otherwise, or has times that cannot exist.</returns>
    public static (Timecode Start, Timecode End)? Parse(ReadOnlySpan<char> line)
    {
        if (line.Length != Pattern.Length)
            return null;
        for (var i = 0; i < Pattern.Length; i++)
        {
            var fits = Pattern[i] switch
            {
                'd' => char.IsAsciiDigit(line[i]),
                '.' => line[i] is '.' or ',',
                var sign => line[i] == sign,
            };
            if (!fits)
                return null;
        }

        return Time(line) is { } start && Time(line[Second..]) is { } end ? (start, end) : null;
    }

    private static Timecode? Time(ReadOnlySpan<char> text)
    {
        var (minutes, seconds) = (Number(text, 3, 2), Number(text, 6, 2));
        return minutes > 59 || seconds > 59
            ? null
            : new Timecode(((Number(text, 0, 2) * 60 + minutes) * 60 + seconds) * 1000.0 + Number(text, 9, 3), null, 3, true);
    }

    private static int Number(ReadOnlySpan<char> text, int at, int digits)
    {
        var number = 0;
        for (var i = at; i < at + digits; i++)
            number = number * 10 + text[i] - '0';
        return number;
    }
}
