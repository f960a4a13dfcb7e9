using System.Globalization;
using System.Text.RegularExpressions;

namespace Yttl.Core.Providers;

/// <summary>
/// Reads <c>x-ratelimit-reset-requests</c> and <c>x-ratelimit-reset-tokens</c>, the times until these allowances are
/// full again. https://platform.openai.com/docs/guides/rate-limits#rate-limits-in-headers
/// </summary>
internal static partial class RateLimitReset
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);
    private static readonly string[] Allowances = ["requests", "tokens"];

    /// <summary>Returns the longest time among the allowances that are used up; where none is, among all.</summary>
    /// <param name="header">Returns the value of a header, or null.</param>
    /// <returns>From zero to a week; null where no header is readable.</returns>
    public static TimeSpan? Read(Func<string, string?> header)
    {
        var resets = Allowances
            .Select(what => (
                Wait: Duration(header($"x-ratelimit-reset-{what}")),
                UsedUp: IsZero(header($"x-ratelimit-remaining-{what}"))))
            .Where(reset => reset.Wait is not null)
            .ToList();
        var usedUp = resets.FindAll(reset => reset.UsedUp);
        return (usedUp is [] ? resets : usedUp).Max(reset => reset.Wait);
    }

    /// <summary>
    /// Reads Go's durations (<c>6m0s</c>, <c>1.5s</c>, <c>20ms</c>, see https://pkg.go.dev/time#ParseDuration) and
    /// plain seconds, which Azure sends.
    /// </summary>
    public static TimeSpan? Duration(string? text)
    {
        if (GoDuration().Match(text ?? "") is not { Success: true } match)
            return null;
        var seconds = 0.0;
        for (var i = 0; i < match.Groups["n"].Captures.Count; i++)
        {
            var number = double.Parse(match.Groups["n"].Captures[i].ValueSpan, CultureInfo.InvariantCulture);
            seconds += number * SecondsOf(match.Groups["unit"].Captures[i].Value);
        }

        return TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds));
    }

    private static bool IsZero(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var left) && left == 0;

    private static double SecondsOf(string unit) => unit switch
    {
        "h" => 3600,
        "m" => 60,
        "ms" => 1e-3,
        "us" or "µs" or "μs" => 1e-6,
        "ns" => 1e-9,
        _ => 1,
    };

    [GeneratedRegex(
        @"^(?:(?<n>[0-9]{1,18}(?:\.[0-9]{1,9})?)(?<unit>h|ms|us|µs|μs|ns|m|s))+$|^(?<n>[0-9]{1,18}(?:\.[0-9]{1,9})?)(?<unit>)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex GoDuration();
}
