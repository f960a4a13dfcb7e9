using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Yttl.Core.Failures;

namespace Yttl.Core.Providers;

/// <summary>
/// The circuit breaker of one provider. It opens when at least half of five or more attempts within a minute failed
/// because of the provider, lets a single call probe after 5 seconds (10, 20, 30 after failed probes), and closes with
/// the first answer. The first call of the next run closes it: the provider may work again.
/// </summary>
/// <remarks>
/// A call's first failed attempt does not count, unless it timed out: a short network outage fails every call in flight
/// at once, and each is retried soon. A 429, a cancellation and a model's answer about one text never count.
/// </remarks>
internal static class CallBreaker
{
    public const string OpenCode = "model.circuit-open";

    public static readonly TimeSpan FirstBreak = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan LongestBreak = TimeSpan.FromSeconds(30);
    public const int LeastAttempts = 5;

    /// <param name="state">Tells whether the breaker is open.</param>
    /// <param name="control">Closes it.</param>
    public static ResiliencePipelineBuilder AddBreaker(
        this ResiliencePipelineBuilder builder,
        bool isOnlyAttempt,
        CircuitBreakerStateProvider state,
        CircuitBreakerManualControl control)
    {
        return builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = 0.5,
            MinimumThroughput = LeastAttempts,
            SamplingDuration = TimeSpan.FromMinutes(1),
            BreakDurationGenerator = args => ValueTask.FromResult(BreakAfter(args.HalfOpenAttempts)),
            StateProvider = state,
            ManualControl = control,
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception switch
            {
                TimeoutRejectedException => true,
                YttlException failure => IsProviderDown(failure)
                    && (isOnlyAttempt || CallState.From(args.Context).HasFailed || state.CircuitState != CircuitState.Closed),
                _ => false,
            }),
        });
    }

    public static TimeSpan BreakAfter(int failedProbes) =>
        TimeSpan.FromSeconds(Math.Min(LongestBreak.TotalSeconds, FirstBreak.TotalSeconds * Math.Pow(2, Math.Min(failedProbes, 8))));

    /// <summary>The failure of a call that is not made. It says what the calls before it failed of, in their words.</summary>
    /// <param name="cause">What opened the breaker; null where that is not known.</param>
    public static YttlException Open(string provider, YttlException? cause) => new(FailureCategory.Network, OpenCode,
        cause?.Message ?? $"{provider} keeps failing, so its calls are paused for a while: run again later",
        transient: true, inner: cause);

    /// <summary>Returns whether the provider is unreachable, does not answer, or fails for any text (5xx).</summary>
    private static bool IsProviderDown(YttlException failure) => failure is { Transient: true }
        && (failure.Failure.Category == FailureCategory.Network
            || failure.Failure is { Category: FailureCategory.Api } api && api.Code.EndsWith(".error", StringComparison.Ordinal));
}
