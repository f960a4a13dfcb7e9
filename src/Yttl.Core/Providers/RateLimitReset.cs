using System.Globalization;
using System.Text.RegularExpressions;

namespace Yttl.Core.Providers;

/// <summary>
/// Reads when the allowances are full again: <c>x-ratelimit-reset-requests</c> and <c>-tokens</c>
/// (https://platform.openai.com/docs/guides/rate-limits#rate-limits-in-headers), <c>X-RateLimit-Reset</c>
/// (https://openrouter.ai/docs/api/reference/limits) and Anthropic's
/// (https://docs.claude.com/en/api/rate-limits#response-headers).
/// </summary>
internal static partial class RateLimitReset
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private static readonly (string Reset, string Remaining)[] Allowances =
    [
        .. new[] { "requests", "tokens", "requests-day", "tokens-minute" }
            .Select(what => ($"x-ratelimit-reset-{what}", $"x-ratelimit-remaining-{what}")),
        ("x-ratelimit-reset", "x-ratelimit-remaining"),
        ("ratelimit-reset", "ratelimit-remaining"),
        .. new[] { "requests", "tokens", "input-tokens", "output-tokens" }
            .Select(what => ($"anthropic-ratelimit-{what}-reset", $"anthropic-ratelimit-{what}-remaining")),
    ];

    /// <summary>Returns the longest time among the allowances that are used up; where none is, among all.</summary>
    /// <param name="header">Returns the value of a header, or null.</param>
    /// <returns>From zero to a week; null where no header is readable.</returns>
    public static TimeSpan? Read(Func<string, string?> header, DateTimeOffset now)
    {
        var resets = Allowances
            .Select(allowance => (Wait: Until(header(allowance.Reset), now), UsedUp: IsZero(header(allowance.Remaining))))
            .Where(reset => reset.Wait is not null)
            .ToList();
        var usedUp = resets.FindAll(reset => reset.UsedUp);
        return (usedUp is [] ? resets : usedUp).Max(reset => reset.Wait);
    }

    /// <summary>
    /// Reads a duration, or a time: seconds or milliseconds since 1970, ISO 8601, or an HTTP date. No allowance takes
    /// thirty years, so a number beyond that is a time.
    /// </summary>
    /// <returns>From zero to a week; null where it is none of these.</returns>
    public static TimeSpan? Until(string? text, DateTimeOffset now)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= 1e9)
            return Within((number >= 1e11 ? number / 1000 : number) - now.ToUnixTimeMilliseconds() / 1000.0);
        return Duration(text)
            ?? (text is ['0' or '1' or '2' or '3' or '4' or '5' or '6' or '7' or '8' or '9' or >= 'A' and <= 'Z', ..]
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                ? Within((at - now).TotalSeconds)
                : null);
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

        return Within(seconds);
    }

    private static TimeSpan Within(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, Longest.TotalSeconds));

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
