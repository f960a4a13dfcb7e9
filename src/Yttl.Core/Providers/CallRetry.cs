using Polly;
using Polly.Retry;
using Yttl.Core.Failures;

namespace Yttl.Core.Providers;

/// <summary>
/// The short retries of one provider's calls, and their only owner. A transient failure is tried again up to
/// <see cref="RetrySettings.MaxAttempts"/>; a 429 is waited out beside that count, within
/// <see cref="RetrySettings.RateLimitBudget"/>. A wait that the provider wants longer than
/// <see cref="Backoff.Longest"/> is not taken: the failure surfaces with its <see cref="YttlException.RetryAfter"/>.
/// </summary>
internal sealed class CallRetry
{
    // The budget is in time; this ends a server that says 429 with "Retry-After: 0" for ever.
    private const int MostRateLimitWaits = 20;

    private static readonly ResiliencePropertyKey<TimeSpan> WaitedForRateLimit = new("yttl.waited-for-rate-limit");
    private static readonly ResiliencePropertyKey<int> RateLimitWaits = new("yttl.rate-limit-waits");

    private readonly RetrySettings _settings;
    private readonly Func<double> _random;
    private readonly ResiliencePipeline _retries;
    private readonly ResiliencePipeline _timeout;

    /// <param name="random">From 0 up to, not including, 1.</param>
    public CallRetry(RetrySettings settings, TimeProvider time, Func<double> random)
    {
        _settings = settings;
        _random = random;
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        // Polly asks for at least one retry; with one attempt in all there is none.
        if (settings.MaxAttempts > 1)
            builder.AddRetry(Transient());
        _retries = builder.AddRetry(RateLimited()).Build();
        _timeout = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddTimeout(new Polly.Timeout.TimeoutStrategyOptions { Timeout = settings.AttemptTimeout })
            .Build();
    }

    /// <param name="onTimeout">Words the failure of an attempt that took longer than its time-out.</param>
    public async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> attempt, Func<YttlException> onTimeout, CancellationToken cancellationToken) =>
        await _retries.ExecuteAsync(async token => await TryAsync(attempt, onTimeout, token), cancellationToken);

    private async Task<T> TryAsync<T>(
        Func<CancellationToken, Task<T>> attempt, Func<YttlException> onTimeout, CancellationToken cancellationToken)
    {
        try
        {
            return await _timeout.ExecuteAsync(async token => await attempt(token), cancellationToken);
        }
        catch (Polly.Timeout.TimeoutRejectedException)
        {
            throw onTimeout();
        }
    }

    private RetryStrategyOptions Transient() => new()
    {
        MaxRetryAttempts = _settings.MaxAttempts - 1,
        ShouldHandle = args => ValueTask.FromResult(
            Short(args.Outcome.Exception) is { Failure.Category: not FailureCategory.RateLimit }),
        DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(Wait(args.AttemptNumber, args.Outcome.Exception)),
    };

    private RetryStrategyOptions RateLimited() => new()
    {
        MaxRetryAttempts = int.MaxValue,
        ShouldHandle = args => ValueTask.FromResult(
            Short(args.Outcome.Exception) is { Failure.Category: FailureCategory.RateLimit }
            && args.Context.Properties.GetValue(WaitedForRateLimit, TimeSpan.Zero) < _settings.RateLimitBudget
            && args.Context.Properties.GetValue(RateLimitWaits, 0) < MostRateLimitWaits),
        DelayGenerator = args =>
        {
            var waits = args.Context.Properties.GetValue(RateLimitWaits, 0);
            var wait = Wait(waits, args.Outcome.Exception);
            args.Context.Properties.Set(RateLimitWaits, waits + 1);
            args.Context.Properties.Set(
                WaitedForRateLimit, args.Context.Properties.GetValue(WaitedForRateLimit, TimeSpan.Zero) + wait);
            return ValueTask.FromResult<TimeSpan?>(wait);
        },
    };

    private static YttlException? Short(Exception? exception) =>
        exception is YttlException { Transient: true } failure
            && (failure.RetryAfter ?? TimeSpan.Zero) <= Backoff.Longest
            ? failure
            : null;

    // At least what the provider asks for, and more when that was not enough before.
    private TimeSpan Wait(int attempt, Exception? exception)
    {
        var backoff = Backoff.Wait(attempt, _settings.BaseDelay, _random());
        return exception is YttlException { RetryAfter: { } asked } && asked > backoff ? asked : backoff;
    }
}
