namespace Yttl.Core.Providers;

/// <summary>How often, how long and how patiently one call is tried.</summary>
/// <param name="MaxAttempts">Total attempts per call, 1 to 20; waiting out a 429 does not count.</param>
/// <param name="BaseDelay">First wait between attempts; it doubles with each.</param>
public sealed record RetrySettings(int MaxAttempts, TimeSpan BaseDelay)
{
    public static readonly RetrySettings Default = new(3, TimeSpan.FromSeconds(1));

    /// <summary>How long one attempt may take, from the request to the end of the answer.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How long one call may wait out 429 answers, all its waits together.</summary>
    public TimeSpan RateLimitBudget { get; init; } = TimeSpan.FromMinutes(5);
}
