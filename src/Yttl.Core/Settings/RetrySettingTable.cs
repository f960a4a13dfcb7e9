using Yttl.Core.Providers;
using static System.FormattableString;

namespace Yttl.Core.Settings;

/// <summary>
/// The settings of how long a run may take, and how calls of models are repeated, by the kind of failure. The number of
/// attempts and the first wait are also options: <see cref="SettingTable.RetryMaxAttempts"/> and <see
/// cref="SettingTable.RetryBaseDelay"/>.
/// </summary>
public static class RetrySettingTable
{
    private static readonly RetrySettings Usual = RetrySettings.Default;
    private static readonly RetrySettings OwnServer = ProviderTable.OwnServer.Chat!.Retry;
    private static readonly RetrySettings Command = ProviderTable.Find(ProviderTable.Command)!.Chat!.Retry;
    private static readonly double Day = RetrySettings.LongestCall.TotalSeconds;

    public static readonly Setting<TimeSpan> RunTimeLimit = new(
        Hosts.All,
        "run_time_limit",
        TimeSpan.FromHours(24),
        ValueParsers.Hours(0.01, 720),
        "Time after which a video's run starts no new work; the next run does what is missing");

    public static readonly Setting<TimeSpan?> AttemptTimeout = new(
        Hosts.All,
        "retry_attempt_timeout",
        null,
        ValueParsers.SecondsOrAuto(1, Day),
        Invariant($"Time-out of one attempt; auto is {Usual.AttemptTimeout.TotalSeconds} ")
        + Invariant($"(speech: {SpeechOffer.Ingress.TotalSeconds}; a command: {Command.AttemptTimeout.TotalSeconds}; ")
        + Invariant($"a server that YTTL runs: {OwnServer.AttemptTimeout.TotalSeconds})"));

    public static readonly Setting<TimeSpan?> CallTimeout = new(
        Hosts.All,
        "retry_call_timeout",
        null,
        ValueParsers.SecondsOrAuto(1, Day),
        Invariant($"Time-out of a call, with all attempts and waits; auto is {Usual.CallTimeout.TotalSeconds} ")
        + Invariant($"(a server that YTTL runs: {OwnServer.CallTimeout.TotalSeconds})"));

    public static readonly Setting<TimeSpan> RateLimitBudget = new(
        Hosts.All,
        "retry_rate_limit_budget",
        RetrySettings.Default.RateLimitBudget,
        ValueParsers.Seconds(0, Day),
        "Longest total wait of a call for rate limits; these waits are not attempts");

    public static readonly Setting<double> NetworkFactor = Factor("network", Usual.Network, "a network error");
    public static readonly Setting<TimeSpan> NetworkLongestWait = LongestWait("network", Usual.Network, "a network error");
    public static readonly Setting<double> ApiFactor = Factor("api", Usual.Api, "an error of the provider's");
    public static readonly Setting<TimeSpan> ApiLongestWait = LongestWait("api", Usual.Api, "an error of the provider's");
    public static readonly Setting<double> RateLimitFactor = Factor("rate_limit", Usual.RateLimit, "a rate limit");
    public static readonly Setting<TimeSpan> RateLimitLongestWait = LongestWait("rate_limit", Usual.RateLimit, "a rate limit");

    /// <summary>The settings that stand in the environment or a file.</summary>
    public static readonly IReadOnlyList<Setting> Others =
    [
        RunTimeLimit, AttemptTimeout, CallTimeout, RateLimitBudget, NetworkFactor, NetworkLongestWait, ApiFactor,
        ApiLongestWait, RateLimitFactor, RateLimitLongestWait,
    ];

    private static Setting<double> Factor(string category, RetryPace usual, string failure) => new(
        Hosts.All,
        $"retry_{category}_factor",
        usual.Factor,
        ValueParsers.Number(0, RetryPace.MostFactor),
        $"First wait after {failure}, as a multiple of the first wait between attempts; doubles each time");

    private static Setting<TimeSpan> LongestWait(string category, RetryPace usual, string failure) => new(
        Hosts.All,
        $"retry_{category}_longest_wait",
        usual.LongestWait,
        ValueParsers.Seconds(0, Backoff.LongestSeconds),
        $"Longest wait after {failure} unless the provider asks for more");
}
