using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.Core.Providers.Limits;

namespace Yttl.Core.Providers;

/// <summary>
/// Runs each attempt, between the retries and the breaker: waits for its turn and holds a slot of the limiter. Reports
/// the result to the limiter, the tracker and the call, and converts Polly's exceptions to YTTL's failures.
/// </summary>
internal sealed class AttemptStrategy(
    AdaptiveLimiter limiter, Func<YttlException> onTimeout, TimeProvider time, string provider) : ResilienceStrategy
{
    protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        var call = CallState.From(context);
        call.Track.BeginWait(WaitKind.Queue);
        using var place = await limiter.EnterAsync(call.Turn, context.CancellationToken);
        call.Track.EndWait();
        var start = time.GetTimestamp();
        var outcome = await callback(context, state);
        call.Spent += time.GetElapsedTime(start);
        place.EndWith(outcome.Exception);
        var failure = outcome.Exception is BrokenCircuitException open
            ? CallBreaker.Open(provider, FailureOf(open.InnerException))
            : FailureOf(outcome.Exception);
        call.Track.EndAttempt(failure?.Failure.Category);
        call.HasFailed |= failure is { Failure.Category: not FailureCategory.RateLimit };
        return failure is null ? outcome : Outcome.FromException<TResult>(failure);
    }

    private YttlException? FailureOf(Exception? exception) =>
        exception is TimeoutRejectedException ? onTimeout() : exception as YttlException;
}
