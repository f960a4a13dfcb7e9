using System.Globalization;
using Yttl.Core.Failures;

namespace Yttl.Core.Providers;

/// <summary>
/// How often and how long one call is tried. Only transient failures are retried: never authentication, input,
/// unavailable or a model's final answer.
/// </summary>
/// <param name="MaxAttempts">Total attempts per call, 1 to <see cref="MostAttempts"/>. Waits for a 429 do not count.</param>
/// <param name="BaseDelay">The first wait between attempts, 0 to 30 s. It doubles with each.</param>
public sealed record RetrySettings(int MaxAttempts, TimeSpan BaseDelay)
{
    public static readonly RetrySettings Default = new(3, TimeSpan.FromSeconds(1));

    internal const int MostAttempts = 20;

    internal static readonly TimeSpan LongestCall = TimeSpan.FromHours(24);

    /// <summary>A broken connection recovers soon, or not for a long time.</summary>
    public RetryPace Network { get; init; } = new(1, TimeSpan.FromSeconds(5));

    public RetryPace Api { get; init; } = new(1, Backoff.Longest);

    public RetryPace RateLimit { get; init; } = new(1, Backoff.Longest);

    /// <summary>
    /// The time-out of one attempt, from the request to the end of the answer. Above 0, and no longer than the call.
    /// </summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>The longest sum of one call's waits for 429 answers.</summary>
    public TimeSpan RateLimitBudget { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The time-out of one call with all its attempts and waits, without the queue. Above 0.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromMinutes(15);

    /// <exception cref="YttlException"><c>retry.settings</c>: lists the settings out of range.</exception>
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
        if (MaxAttempts is not (>= 1 and <= MostAttempts))
            yield return $"the attempts must be from 1 to {MostAttempts}";
        if (BaseDelay < TimeSpan.Zero || BaseDelay > Backoff.Longest)
            yield return $"the base delay must be from 0 to {Backoff.LongestSeconds} seconds";
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
