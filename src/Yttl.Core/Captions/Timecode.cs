using System.Buffers;
using System.Globalization;

namespace Yttl.Core.Captions;

/// <summary>
/// A time as caption files spell it: <c>01:02:03.456</c>, <c>1:02,5</c>, <c>00:00:07:12</c>, <c>4.25s</c>.
/// </summary>
/// <param name="Milliseconds">Without the frames.</param>
/// <param name="Frames">The fourth part where it has one or two digits: a number of frames; otherwise null.</param>
/// <param name="Parts">How many parts are between colons; 1 is seconds alone.</param>
internal readonly record struct Timecode(double Milliseconds, int? Frames, int Parts, bool HasFraction)
{
    private static readonly SearchValues<char> FractionLetters = SearchValues.Create("0123456789., ");

    /// <summary>
    /// The frames a second that a lone time is read with: no frame of film, PAL or NTSC reaches the next second.
    /// </summary>
    private const int UsualFrameRate = 30;

    private const int MostDigits = 9;

    /// <summary>
    /// Reads a time in the signs of <see cref="TimeSigns"/>. Hours, minutes and fraction may be missing, blanks may be
    /// around each sign, a sign may be left over at the end, and a fraction may have a fraction of its own, which is
    /// ignored. A fourth part is milliseconds where it has three digits, and frames where it has fewer; with a fraction
    /// behind it the first part is days. Minutes below hours, and seconds, are at most 59.
    /// </summary>
    /// <returns>False where the text is no time, or one that cannot exist: such a time is never guessed.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Timecode time)
    {
        time = default;
        var isNegative = text.Contains('-');
        text = text.Trim().TrimEnd(":;.,").TrimEnd().TrimEnd('s').TrimEnd();
        var point = text.IndexOfAny(',', '.');
        var clock = point < 0 ? text : text[..point];
        if (!TryFraction(point < 0 ? [] : text[(point + 1)..], out var thousandths))
            return false;

        Span<long> parts = stackalloc long[4];
        var count = 0;
        var lastDigits = 0;
        foreach (var range in clock.SplitAny(':', ';'))
        {
            // A minus may stand before the hours or, in badly shifted files, before the part that went below zero.
            var part = clock[range].Trim().TrimStart("- ");
            if (count == parts.Length || !TryDigits(part, out parts[count++]))
                return false;
            lastDigits = part.Length;
        }

        if (!TrySum(parts[..count], point >= 0, lastDigits, out var milliseconds, out var frames))
            return false;
        time = isNegative
            ? new Timecode(0, null, count, point >= 0)
            : new Timecode(milliseconds + thousandths, frames, count, point >= 0);
        return true;
    }

    /// <summary>
    /// Returns how many characters at the head of a text have the form of a time, whether or not it can exist; zero
    /// where it begins with none.
    /// </summary>
    public static int LengthAt(ReadOnlySpan<char> text)
    {
        var at = AfterDigits(text, text is ['-', ..] ? 1 : 0);
        if (at <= 0)
            return 0;
        var colons = 0;
        for (; AfterSign(text, at, ":;") is > 0 and var next; colons++)
            at = next;
        while (AfterFraction(text, at) is > 0 and var next)
            at = next;
        if (colons > 0 && at < text.Length && ":;.,".Contains(text[at]) && !IsDigit(text, at + 1))
            at++;
        var unit = at < text.Length && text[at] == ' ' ? at + 1 : at;
        return unit < text.Length && text[unit] == 's' && !IsWord(text, unit + 1) ? unit + 1 : at;
    }

    /// <summary>Clamps to the range from zero to <see cref="CueTimestamp.Latest"/>.</summary>
    public TimeSpan ToTime(int framesPerSecond = UsualFrameRate) =>
        CueTimestamp.FromMilliseconds(Milliseconds + 1000.0 * Math.Min(Frames ?? 0, framesPerSecond) / framesPerSecond);

    private static bool TrySum(
        ReadOnlySpan<long> parts, bool hasFraction, int lastDigits, out double milliseconds, out int? frames)
    {
        milliseconds = 0;
        frames = null;
        double days = 0;
        if (parts.Length == 4 && hasFraction && lastDigits != 3)
        {
            days = parts[0];
            parts = parts[1..];
        }
        else if (parts.Length == 4)
        {
            if (lastDigits > 3)
                return false;
            if (lastDigits == 3)
                milliseconds = parts[3];
            else
                frames = (int)parts[3];
            parts = parts[..3];
        }

        double seconds = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            // A time of one part may count seconds without end, and one of two parts minutes.
            if (i > 0 && parts[i] > 59)
                return false;
            seconds = seconds * 60 + parts[i];
        }

        milliseconds += (days * 86_400 + seconds) * 1000;
        return true;
    }

    /// <summary>Reads three digits, which may be followed by other digits and by another fraction.</summary>
    private static bool TryFraction(ReadOnlySpan<char> text, out int thousandths)
    {
        thousandths = 0;
        if (text.ContainsAnyExcept(FractionLetters))
            return false;
        text = text.TrimStart(' ');
        var end = text.IndexOfAny(",. ");
        text = end < 0 ? text : text[..end];
        for (var i = 0; i < 3; i++)
            thousandths = thousandths * 10 + (i < text.Length ? text[i] - '0' : 0);
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out long number)
    {
        number = 0;
        return text.Length <= MostDigits
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>Returns the position after a sign, which may have a blank on each side, and its digits.</summary>
    private static int AfterSign(ReadOnlySpan<char> text, int at, ReadOnlySpan<char> signs)
    {
        at = AfterBlank(text, at);
        if (at >= text.Length || !signs.Contains(text[at]))
            return 0;
        at = AfterBlank(text, at + 1);
        return AfterDigits(text, at < text.Length && text[at] == '-' ? at + 1 : at);
    }

    /// <summary>A blank inside a fraction is told from the end of a sentence by the three digits behind it.</summary>
    private static int AfterFraction(ReadOnlySpan<char> text, int at)
    {
        var end = AfterSign(text, at, ".,");
        var isApart = end > 0 && text[at..end].Contains(' ');
        return end > 0 && end < text.Length && text[end] is ':' or ';' && IsDigit(text, end + 1) ? 0
            : isApart && !(end - at > 3 && !text[(end - 3)..end].Contains(' ') && !IsDigit(text, end - 4)) ? 0
            : end;
    }

    private static int AfterBlank(ReadOnlySpan<char> text, int at) => at < text.Length && text[at] == ' ' ? at + 1 : at;

    private static int AfterDigits(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (IsDigit(text, end))
            end++;
        return end > at ? end : 0;
    }

    private static bool IsDigit(ReadOnlySpan<char> text, int at) => at >= 0 && at < text.Length && char.IsAsciiDigit(text[at]);

    private static bool IsWord(ReadOnlySpan<char> text, int at) => at < text.Length && char.IsLetterOrDigit(text[at]);
}
