using System.Globalization;
using Yttl.Core.Failures;

namespace Yttl.Core.Providers;

/// <summary>
/// How often, how long and how patiently one call is tried. Only passing failures are: never authentication, input,
/// unavailable or what a model answers for good.
/// </summary>
/// <param name="MaxAttempts">Total attempts per call, 1 to 20; waiting out a 429 does not count.</param>
/// <param name="BaseDelay">First wait between attempts, 0 to 30 s; it doubles with each.</param>
public sealed record RetrySettings(int MaxAttempts, TimeSpan BaseDelay)
{
    public static readonly RetrySettings Default = new(3, TimeSpan.FromSeconds(1));

    private static readonly TimeSpan LongestCall = TimeSpan.FromHours(24);

    /// <summary>A broken connection is soon whole again, or not for long.</summary>
    public RetryPace Network { get; init; } = new(1, TimeSpan.FromSeconds(5));

    public RetryPace Api { get; init; } = new(1, Backoff.Longest);

    public RetryPace RateLimit { get; init; } = new(1, Backoff.Longest);

    /// <summary>
    /// How long one attempt may take, from the request to the end of the answer; above 0, and no longer than the call.
    /// </summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How long one call may wait out 429 answers, all its waits together.</summary>
    public TimeSpan RateLimitBudget { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long one call may take, all its attempts and waits together; the time in which it waits for its turn does
    /// not count. Above 0.
    /// </summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromMinutes(15);

    /// <exception cref="YttlException"><c>retry.settings</c>: names everything that is out of range.</exception>
    public RetrySettings Validated() => Problems().ToList() is { Count: > 0 } problems
        ? throw new YttlException(FailureCategory.Input, "retry.settings",
            $"the retry settings are wrong: {string.Join("; ", problems)}")
        : this;

    internal RetryPace PaceOf(FailureCategory category) => category switch
    {
        FailureCategory.Network => Network,
        FailureCategory.RateLimit => RateLimit,
        _ => Api,
    };

    private IEnumerable<string> Problems()
    {
        if (MaxAttempts is not (>= 1 and <= 20))
            yield return "the attempts must be from 1 to 20";
        if (BaseDelay < TimeSpan.Zero || BaseDelay > Backoff.Longest)
            yield return "the base delay must be from 0 to 30 seconds";
        if (AttemptTimeout <= TimeSpan.Zero || AttemptTimeout > LongestCall)
            yield return "the time-out of an attempt must be above 0 and at most a day";
        if (RateLimitBudget < TimeSpan.Zero || RateLimitBudget > LongestCall)
            yield return "the budget for rate limits must be from 0 to a day";
        if (CallTimeout <= TimeSpan.Zero || CallTimeout > LongestCall)
            yield return "the time-out of a call must be above 0 and at most a day";
        if (AttemptTimeout > CallTimeout)
            yield return string.Create(CultureInfo.InvariantCulture,
                $"an attempt may take longer ({AttemptTimeout.TotalSeconds:0.###} s, retry_attempt_timeout) ")
                + string.Create(CultureInfo.InvariantCulture,
                $"than its whole call ({CallTimeout.TotalSeconds:0.###} s, retry_call_timeout)");
        foreach (var problem in Network.Problems("network").Concat(Api.Problems("api")).Concat(RateLimit.Problems("rate-limit")))
            yield return problem;
    }
}
