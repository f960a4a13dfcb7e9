using System.ClientModel.Primitives;
using System.Globalization;
using Yttl.Core.Http;
using Yttl.Core.Providers.Limits;

namespace Yttl.Core.Providers;

/// <summary>Reads the rate-limit headers of an answer, in the same way for every kind of model.</summary>
internal static class ProviderHeaders
{
    // Where the provider gives no time, the next call follows after a second.
    private static readonly TimeSpan WhenUnsaid = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Returns how long the provider asks to wait: <c>retry-after-ms</c>, <c>Retry-After</c> or, for a 429 with
    /// neither, the time until its allowance is full again.
    /// </summary>
    /// <returns>From zero to a week; null where the provider gives none.</returns>
    public static TimeSpan? RetryAfterOf(PipelineResponse response, DateTimeOffset now)
    {
        string? Header(string name) => Find(response, name);

        return RetryAfter.Read(Header("retry-after-ms"), Header("Retry-After"), now)
            ?? (response.Status == 429 ? RateLimitReset.Read(Header) : null);
    }

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
