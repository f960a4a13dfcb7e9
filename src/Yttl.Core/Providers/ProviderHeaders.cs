using System.ClientModel.Primitives;
using System.Globalization;
using Yttl.Core.Http;
using Yttl.Core.Providers.Errors;
using Yttl.Core.Providers.Limits;

namespace Yttl.Core.Providers;

/// <summary>Reads the rate-limit headers of an answer, in the same way for every kind of model.</summary>
internal static class ProviderHeaders
{
    // Where the provider gives no time, the next call follows after a second.
    private static readonly TimeSpan WhenUnsaid = TimeSpan.FromSeconds(1);

    // Gemini asks to wait for some seconds also where the allowance of the day is used up.
    private static readonly TimeSpan ShortestOfDay = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Returns how long the provider asks to wait: <c>retry-after-ms</c>, <c>Retry-After</c>, what the error says or, for
    /// a 429 without any, the time until its allowance is full again.
    /// </summary>
    /// <returns>From zero to a week; null where the provider gives none.</returns>
    public static TimeSpan? RetryAfterOf(PipelineResponse response, int status, ProviderError error, DateTimeOffset now)
    {
        string? Header(string name) => Find(response, name);

        return RetryAfter.Read(Header("retry-after-ms"), Header("Retry-After"), now)
            ?? error.Wait
            ?? (status is 429 ? RateLimitReset.Read(Header, now) ?? RateLimitReset.Until(error.Reset, now) : null);
    }

    /// <summary>Returns when the allowance of a day is full again; null where the provider does not say.</summary>
    public static DateTimeOffset? ResetOf(PipelineResponse response, ProviderError error, DateTimeOffset now) =>
        (RateLimitReset.Read(name => Find(response, name), now) ?? RateLimitReset.Until(error.Reset, now)
            ?? RetryAfterOf(response, 0, error, now)) is { } wait && wait > ShortestOfDay
            ? now + wait
            : null;

    /// <summary>Reads <c>x-ratelimit-remaining-requests</c> and <c>x-ratelimit-reset-requests</c>.</summary>
    /// <returns>Null where the first is not a whole number.</returns>
    public static Allowance? AllowanceOf(PipelineResponse response) =>
        int.TryParse(
            Find(response, "x-ratelimit-remaining-requests"), NumberStyles.None, CultureInfo.InvariantCulture, out var remaining)
            ? new(remaining, RateLimitReset.Duration(Find(response, "x-ratelimit-reset-requests")) is { } reset && reset < Backoff.Longest
                ? reset
                : WhenUnsaid)
            : null;

    public static string? Find(PipelineResponse response, string name) =>
        response.Headers.TryGetValue(name, out var value) ? value : null;
}
