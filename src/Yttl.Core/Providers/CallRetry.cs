using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.Core.Providers.Limits;

namespace Yttl.Core.Providers;

/// <summary>
/// Makes all the short retries of one provider's calls. A transient failure is retried up to
/// <see cref="RetrySettings.MaxAttempts"/>. Waits for a 429 do not count as attempts; their sum is limited by
/// <see cref="RetrySettings.RateLimitBudget"/>. Where the provider asks for a wait longer than
/// <see cref="Backoff.Longest"/>, or than the rest of <see cref="RetrySettings.CallTimeout"/>, the failure is thrown
/// with its <see cref="YttlException.RetryAfter"/>. While the <see cref="CallBreaker"/> of a failing provider is open,
/// its calls fail at once with <c>model.circuit-open</c>, but not those of a run that begins then
/// (<see cref="CallingRun"/>), unless they fail too.
/// </summary>
internal sealed class CallRetry
{
    // The budget is in time. This limit stops on a server that always answers 429 with "Retry-After: 0".
    private const int MostRateLimitWaits = 20;

    private readonly RetrySettings _settings;
    private readonly Func<double> _random;
    private readonly string _provider;
    private readonly WaitNews? _news;
    private readonly CircuitBreakerStateProvider _breaker = new();
    private readonly CircuitBreakerManualControl _breakerControl = new();
    private readonly ResiliencePipeline _pipeline;

    /// <param name="limiter">Not disposed with this.</param>
    /// <param name="onTimeout">Creates the failure of an attempt that exceeds its time-out.</param>
    /// <param name="random">In the range [0, 1).</param>
    /// <param name="provider">The provider's name in failures.</param>
    /// <param name="news">Told of long waits; null for none.</param>
    /// <exception cref="YttlException"><c>retry.settings</c>: lists the settings out of range.</exception>
    public CallRetry(
        RetrySettings settings,
        AdaptiveLimiter limiter,
        Func<YttlException> onTimeout,
        TimeProvider time,
        Func<double> random,
        string provider = "the provider",
        WaitNews? news = null)
    {
        _settings = settings.Validated();
        _random = random;
        _provider = provider;
        _news = news;
        // From the outside in: a wait between attempts holds no slot, and an attempt's time excludes the queue.
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        // Polly requires at least one retry. With a single attempt there is none.
        if (settings.MaxAttempts > 1)
            builder.AddRetry(Transient());
        _pipeline = builder
            .AddRetry(RateLimited())
            .AddStrategy(_ => new AttemptStrategy(limiter, onTimeout, time, provider))
            .AddBreaker(isOnlyAttempt: settings.MaxAttempts == 1, _breaker, _breakerControl)
            .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = args => ValueTask.FromResult(TimeFor(args.Context)) })
            .Build();
    }

    /// <param name="turn">Kept by every attempt. The call's time excludes the wait for it.</param>
    public async Task<T> RunAsync<T>(
        Ticket turn, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        if (CallingRun.Current?.IsNewTo(this) is true && _breaker.CircuitState != CircuitState.Closed)
            await _breakerControl.CloseAsync(cancellationToken);
        using var track = CallTracker.Begin(_provider);
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(CallState.Key, new CallState(turn, track));
        try
        {
            return await _pipeline.ExecuteAsync(
                static async (call, attempt) =>
                {
                    // Inside the breaker: a call that it blocks is no attempt.
                    CallState.From(call).Track.BeginAttempt();
                    return await attempt(call.CancellationToken);
                },
                context,
                attempt);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private RetryStrategyOptions Transient() => new()
    {
        MaxRetryAttempts = _settings.MaxAttempts - 1,
        ShouldHandle = args => ValueTask.FromResult(
            Short(args.Outcome.Exception, args.Context) is { Failure.Category: not FailureCategory.RateLimit }),
        DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(
            Wait(args.AttemptNumber, args.Outcome.Exception, CallState.From(args.Context))),
    };

    private RetryStrategyOptions RateLimited() => new()
    {
        MaxRetryAttempts = int.MaxValue,
        ShouldHandle = args => ValueTask.FromResult(
            Short(args.Outcome.Exception, args.Context) is { Failure.Category: FailureCategory.RateLimit }
            && CallState.From(args.Context).WaitedForRateLimit < _settings.RateLimitBudget
            && CallState.From(args.Context).RateLimitWaits < MostRateLimitWaits),
        DelayGenerator = args =>
        {
            var state = CallState.From(args.Context);
            var wait = Wait(state.RateLimitWaits++, args.Outcome.Exception, state);
            state.WaitedForRateLimit += wait;
            return ValueTask.FromResult<TimeSpan?>(wait);
        },
    };

    private YttlException? Short(Exception? exception, ResilienceContext context) =>
        exception is YttlException { Transient: true } failure
            && failure.Failure.Code != CallBreaker.OpenCode
            && (failure.RetryAfter ?? TimeSpan.Zero) <= Backoff.Longest
            && CallState.From(context).Spent + (failure.RetryAfter ?? TimeSpan.Zero) < _settings.CallTimeout
            ? failure
            : null;

    // At least what the provider asks for, and more where that did not suffice before.
    private TimeSpan Wait(int attempt, Exception? exception, CallState state)
    {
        var failure = (YttlException)exception!;
        var pace = _settings.PaceOf(failure.Failure.Category);
        var backoff = Backoff.Wait(attempt, _settings.BaseDelay * pace.Factor, pace.LongestWait, _random());
        var wait = failure.RetryAfter is { } asked && asked > backoff ? asked : backoff;
        state.Spent += wait;
        _news?.Before(wait, _provider, failure);
        state.Track.BeginWait(
            failure.Failure.Category is FailureCategory.RateLimit ? WaitKind.RateLimit : WaitKind.BackOff);
        return wait;
    }

    private TimeSpan TimeFor(ResilienceContext context)
    {
        var left = _settings.CallTimeout - CallState.From(context).Spent;
        // Polly rejects a time-out of zero. A call without time left gets no other attempt, so this is a rest of it.
        return TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerMillisecond, Math.Min(left.Ticks, _settings.AttemptTimeout.Ticks)));
    }
}
