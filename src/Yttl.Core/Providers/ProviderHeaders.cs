using System.ClientModel.Primitives;
using Yttl.Core.Providers.Limits;

namespace Yttl.Core.Providers;

/// <summary>What the headers of an answer say of calling again, read alike for every kind of model.</summary>
internal static class ProviderHeaders
{
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

    /// <returns>Null where it does not say what is left.</returns>
    public static Allowance? AllowanceOf(PipelineResponse response) => Allowance.Read(name => Of(response, name));

    public static string? Of(PipelineResponse response, string name) =>
        response.Headers.TryGetValue(name, out var value) ? value : null;
}
