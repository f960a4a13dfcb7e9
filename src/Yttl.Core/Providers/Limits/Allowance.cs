namespace Yttl.Core.Providers.Limits;

/// <summary>What the provider said is left of its allowance of requests.</summary>
/// <param name="Remaining">Requests, at least 0: no more may be in flight.</param>
/// <param name="Reset">How long until the allowance is full again.</param>
internal readonly record struct Allowance(int Remaining, TimeSpan Reset)
{
    // A provider that does not say when to come back is asked again after a second.
    private static readonly TimeSpan WhenUnsaid = TimeSpan.FromSeconds(1);

    /// <summary>Reads <c>x-ratelimit-remaining-requests</c> and <c>x-ratelimit-reset-requests</c>.</summary>
    /// <returns>Null where the first is not a whole number.</returns>
    public static Allowance? Read(Func<string, string?> header) =>
        int.TryParse(
            header("x-ratelimit-remaining-requests"), System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture, out var remaining)
            ? new(remaining, RateLimitReset.Duration(header("x-ratelimit-reset-requests")) is { } reset && reset < Backoff.Longest
                ? reset
                : WhenUnsaid)
            : null;
}
