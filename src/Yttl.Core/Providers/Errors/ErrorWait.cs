using System.Globalization;
using System.Text.RegularExpressions;

namespace Yttl.Core.Providers.Errors;

/// <summary>How long an error asks to wait: in a member of its own, or in its words.</summary>
internal static partial class ErrorWait
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>
    /// Reads Google's <c>retryDelay</c> (https://cloud.google.com/apis/design/errors#error_details),
    /// <c>retry_after</c> and Hugging Face's <c>estimated_time</c>.
    /// </summary>
    /// <returns>The longest, from zero to a week; null where there is none.</returns>
    public static TimeSpan? Find(IEnumerable<ErrorLeaf> leaves) => leaves
        .Where(leaf => leaf.Name is "retrydelay" or "retryafter" or "retryafterseconds" or "retryafterms" or "estimatedtime")
        .Select(leaf => Amounts(leaf.Text, leaf.Name is "retryafterms" ? "ms" : "s"))
        .Max();

    /// <summary>Reads <c>Please retry in 34.07s</c>, <c>try again in 6m30s</c>, <c>retry after 20 seconds</c>.</summary>
    public static TimeSpan? InWords(string text) =>
        Asked().Match(text) is { Success: true } asked ? Amounts(asked.Groups["wait"].Value, unit: null) : null;

    /// <param name="unit">Of a number without one; null where such a number is none.</param>
    private static TimeSpan? Amounts(string text, string? unit)
    {
        var seconds = 0.0;
        var found = false;
        foreach (var match in Amount().EnumerateMatches(text))
        {
            var part = text.AsSpan(match.Index, match.Length);
            var digits = part.LastIndexOfAnyInRange('0', '9') + 1;
            var named = part[digits..].Trim().ToString().ToLowerInvariant();
            if (SecondsOf(named.Length > 0 ? named : unit ?? "") is not { } factor)
                continue;
            seconds += double.Parse(part[..digits], CultureInfo.InvariantCulture) * factor;
            found = true;
        }

        return found ? TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds)) : null;
    }

    private static double? SecondsOf(string unit) => unit switch
    {
        "" => null,
        "ms" => 1e-3,
        _ when unit.StartsWith("mil", StringComparison.Ordinal) => 1e-3,
        _ => unit[0] switch
        {
            's' => 1,
            'm' => 60,
            'h' => 3600,
            'd' => 86_400,
            _ => null,
        },
    };

    [GeneratedRegex(
        """
        \b(retry|retrying|try\ again|try\ it\ again|wait|available|resets?|reset)\b[^0-9.]{0,40}?
        (?<wait>[0-9]{1,9}(\.[0-9]{1,9})?\s*(ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hours?|d|days?)\b
            ([\s,]*(and\s)?[0-9]{1,9}(\.[0-9]{1,9})?\s*(ms|s|secs?|seconds?|m|mins?|minutes?|h|hours?)\b)*
            | ([0-9]{1,9}(\.[0-9]{1,9})?(ms|s|m|h|d))+)
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
        | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Asked();

    [GeneratedRegex(
        @"[0-9]{1,9}(\.[0-9]{1,9})?\s*[a-z]*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Amount();
}
