using System.Globalization;

namespace Yttl.Core.Captions;

/// <summary>Parses the timestamps of caption files.</summary>
internal static class CueTimestamp
{
    /// <summary>
    /// The upper limit of all times: later times become this one. Some files hide advertising cues at
    /// <c>9999:00:00</c>, and a transcript must not grow to match. No video is this long.
    /// </summary>
    public static readonly TimeSpan Latest = TimeSpan.FromHours(1000);

    /// <summary>
    /// Reads <c>01:02:03.456</c>, <c>1:02,5</c>, <c>00:00:07</c>. Hours and fraction are optional; the fraction follows
    /// a dot or a comma. A negative time becomes zero, a time past <see cref="Latest"/> becomes <see cref="Latest"/>.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan time)
    {
        time = default;
        text = text.Trim();
        var point = text.LastIndexOfAny(',', '.');
        var clock = point < 0 ? text : text[..point];
        if (!TryMilliseconds(point < 0 ? [] : text[(point + 1)..], out var milliseconds))
            return false;

        long seconds = 0;
        var parts = 0;
        foreach (var part in clock.Split(':'))
        {
            // A minus may stand before the hours or, in badly shifted files, before the part that went below zero.
            if (++parts > 3 || !TryDigits(clock[part].Trim().TrimStart('-'), out var number))
                return false;
            seconds = seconds * 60 + number;
        }

        if (parts < 2)
            return false;
        time = text.Contains('-') ? TimeSpan.Zero : FromMilliseconds(seconds * 1000.0 + milliseconds);
        return true;
    }

    /// <summary>Clamps to the range from zero to <see cref="Latest"/>. Not a number: zero.</summary>
    public static TimeSpan FromMilliseconds(double milliseconds) =>
        !(milliseconds > 0) ? TimeSpan.Zero
        : milliseconds >= Latest.TotalMilliseconds ? Latest
        : TimeSpan.FromMilliseconds(Math.Round(milliseconds));

    private static bool TryMilliseconds(ReadOnlySpan<char> fraction, out int milliseconds)
    {
        milliseconds = 0;
        for (var i = 0; i < 3; i++)
            milliseconds = milliseconds * 10 + (i < fraction.Length ? fraction[i] - '0' : 0);
        return !fraction.ContainsAnyExceptInRange('0', '9');
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out long number)
    {
        number = 0;
        return text.Length <= 9 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
