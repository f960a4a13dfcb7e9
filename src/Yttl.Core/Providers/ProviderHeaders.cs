using System.ClientModel.Primitives;
using System.Globalization;
using Yttl.Core.Http;
using Yttl.Core.Providers.Limits;

namespace Yttl.Core.Providers;

/// <summary>What the headers of an answer say of calling again, read alike for every kind of model.</summary>
internal static class ProviderHeaders
{
    // A provider that does not say when to come back is asked again after a second.
    private static readonly TimeSpan WhenUnsaid = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long the provider asks to be left alone: <c>retry-after-ms</c>, <c>Retry-After</c> or, with a 429 that has
    /// neither, when its allowance is full again.
    /// </summary>
    /// <returns>From zero to a week; null where it does not say.</returns>
    public static TimeSpan? RetryAfterOf(PipelineResponse response, DateTimeOffset now)
    {
        string? Header(string name) => Of(response, name);

        return RetryAfter.Read(Header("retry-after-ms"), Header("Retry-After"), now)
            ?? (response.Status == 429 ? RateLimitReset.Read(Header) : null);
    }

    /// <summary>Reads <c>x-ratelimit-remaining-requests</c> and <c>x-ratelimit-reset-requests</c>.</summary>
    /// <returns>Null where the first is not a whole number.</returns>
    public static Allowance? AllowanceOf(PipelineResponse response) =>
        int.TryParse(
            Of(response, "x-ratelimit-remaining-requests"), NumberStyles.None, CultureInfo.InvariantCulture, out var remaining)
            ? new(remaining, RateLimitReset.Duration(Of(response, "x-ratelimit-reset-requests")) is { } reset && reset < Backoff.Longest
                ? reset
                : WhenUnsaid)
            : null;

    public static string? Of(PipelineResponse response, string name) =>
        response.Headers.TryGetValue(name, out var value) ? value : null;
}
