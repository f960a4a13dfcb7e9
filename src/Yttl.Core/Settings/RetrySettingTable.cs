namespace Yttl.Core.Settings;

/// <summary>
/// How long a run may take, and how patiently calls of models are repeated, by the kind of failure. The number of attempts and the first wait are
/// options too, see <see cref="SettingTable.RetryMaxAttempts"/> and <see cref="SettingTable.RetryBaseDelay"/>.
/// </summary>
public static class RetrySettingTable
{
    private const double Day = 86_400;

    public static readonly Setting<TimeSpan> RunTimeLimit = new(
        "run_time_limit",
        "24",
        ValueParsers.Hours(0.01, 720),
        "After how long a video's run begins nothing more; what is missing is left to the next run");

    public static readonly Setting<TimeSpan?> AttemptTimeout = new(
        "retry_attempt_timeout",
        "auto",
        ValueParsers.SecondsOrAuto(1, Day),
        "How long one attempt may take; auto is 120 (speech: 240; run by us: 3600)");

    public static readonly Setting<TimeSpan?> CallTimeout = new(
        "retry_call_timeout",
        "auto",
        ValueParsers.SecondsOrAuto(1, Day),
        "How long a call may take, its attempts and waits together; auto is 900 (run by us: 14400)");

    public static readonly Setting<TimeSpan> RateLimitBudget = new(
        "retry_rate_limit_budget",
        "300",
        ValueParsers.Seconds(0, Day),
        "How long a call may wait out rate limits; such waits are no attempts");

    public static readonly Setting<double> NetworkFactor = Factor("network", "a network error");
    public static readonly Setting<TimeSpan> NetworkLongestWait = LongestWait("network", "5", "a network error");
    public static readonly Setting<double> ApiFactor = Factor("api", "an error of the provider's");
    public static readonly Setting<TimeSpan> ApiLongestWait = LongestWait("api", "30", "an error of the provider's");
    public static readonly Setting<double> RateLimitFactor = Factor("rate_limit", "a rate limit");
    public static readonly Setting<TimeSpan> RateLimitLongestWait = LongestWait("rate_limit", "30", "a rate limit");

    /// <summary>The settings that stand in the environment or a file.</summary>
    public static readonly IReadOnlyList<Setting> Others =
    [
        RunTimeLimit, AttemptTimeout, CallTimeout, RateLimitBudget, NetworkFactor, NetworkLongestWait, ApiFactor,
        ApiLongestWait, RateLimitFactor, RateLimitLongestWait,
    ];

    private static Setting<double> Factor(string category, string failure) => new(
        $"retry_{category}_factor",
        "1",
        ValueParsers.Number(0, 10),
        $"First wait after {failure}, as a multiple of --retry-base-delay; doubles each time");

    private static Setting<TimeSpan> LongestWait(string category, string seconds, string failure) => new(
        $"retry_{category}_longest_wait",
        seconds,
        ValueParsers.Seconds(0, 30),
        $"Longest wait after {failure} unless the provider asks for more");
}
