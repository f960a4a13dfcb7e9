using System.Globalization;

namespace Yttl.Core.Http;

/// <summary>Reads how long a server asks its callers to wait.</summary>
internal static class RetryAfter
{
    private const NumberStyles PlainNumber = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>Reads the header of an answer, as <see cref="Read"/>.</summary>
    public static TimeSpan? Of(HttpResponseMessage answer, DateTimeOffset now) =>
        Read(null, answer.Headers.RetryAfter?.ToString(), now);

    /// <summary>
    /// Reads <c>retry-after-ms</c> (OpenAI and Azure) and <c>Retry-After</c> in both its forms, seconds and HTTP date:
    /// https://www.rfc-editor.org/rfc/rfc9110#name-retry-after. Accepts fractions of seconds, which some servers send.
    /// </summary>
    /// <returns>From zero to a week; null where neither header is readable.</returns>
    public static TimeSpan? Read(string? retryAfterMs, string? retryAfter, DateTimeOffset now)
    {
        if (Number(retryAfterMs) is { } milliseconds)
            return Clamp(milliseconds / 1000);
        if (Number(retryAfter) is { } seconds)
            return Clamp(seconds);
        return DateTimeOffset.TryParseExact(
            retryAfter, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? Clamp((date - now).TotalSeconds)
            : null;
    }

    private static double? Number(string? text) =>
        double.TryParse(text, PlainNumber, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;

    private static TimeSpan Clamp(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, Longest.TotalSeconds));
}
