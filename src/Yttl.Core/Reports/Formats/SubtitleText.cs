using Yttl.Core.Text;

namespace Yttl.Core.Reports.Formats;

/// <summary>The common parts of SubRip and WebVTT.</summary>
internal static class SubtitleText
{
    /// <summary><c>01:02:03.004</c>; hours may exceed 24.</summary>
    public static string Time(TimeSpan time, char decimalMark)
    {
        var milliseconds = Math.Max(0, time.Ticks / TimeSpan.TicksPerMillisecond);
        return FormattableString.Invariant(
            $"{milliseconds / 3_600_000:00}:{milliseconds / 60_000 % 60:00}:{milliseconds / 1000 % 60:00}")
            + FormattableString.Invariant($"{decimalMark}{milliseconds % 1000:000}");
    }

    /// <summary>Returns the lines that are not blank: a blank line would end the cue.</summary>
    public static IEnumerable<string> Lines(string text) =>
        HtmlText.Clean(text.ReplaceLineEndings("\n")).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
