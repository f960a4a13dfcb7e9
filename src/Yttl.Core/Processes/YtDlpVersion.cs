using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Yttl.Core.Processes;

/// <summary>
/// A yt-dlp version: the date of its release, <c>2025.11.12</c>, followed by a time for a nightly build.
/// </summary>
public readonly record struct YtDlpVersion(DateOnly Released) : IParsable<YtDlpVersion>
{
    /// <summary>
    /// Release since which yt-dlp needs a JavaScript runtime for YouTube:
    /// https://github.com/yt-dlp/yt-dlp/issues/15012.
    /// </summary>
    private static readonly DateOnly JavaScriptCame = new(2025, 11, 12);

    /// <summary>
    /// Age at which yt-dlp itself warns: https://github.com/yt-dlp/yt-dlp/blob/master/yt_dlp/YoutubeDL.py.
    /// </summary>
    private const int OldAfterDays = 90;

    public bool RunsJavaScript => Released >= JavaScriptCame;

    public bool IsOld(DateOnly today) => AgeInDays(today) > OldAfterDays;

    /// <summary>Age in days, months or years, rounded down: <c>3 years</c>.</summary>
    public string AgeText(DateOnly today) => AgeInDays(today) switch
    {
        <= 1 => "1 day",
        < 60 and var days => Text(days, "days"),
        < 730 and var days => Text(days / 30, "months"),
        var days => Text(days / 365, "years"),
    };

    public override string ToString() => Released.ToString("yyyy.MM.dd", CultureInfo.InvariantCulture);

    private int AgeInDays(DateOnly today) => Math.Max(0, today.DayNumber - Released.DayNumber);

    private static string Text(int number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {unit}");

    public static YtDlpVersion Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var version)
            ? version
            : throw new FormatException($"'{s}' is not a version of yt-dlp.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out YtDlpVersion result)
    {
        var day = string.Join('.', (s ?? "").Trim().Split('.').Take(3));
        var valid = DateOnly.TryParseExact(
            day, "yyyy.MM.dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var released);
        result = new YtDlpVersion(released);
        return valid;
    }
}
