using Yttl.Core.Failures;
using Yttl.Core.Providers.Limits;

namespace Yttl.Core.Providers;

/// <summary>
/// What every call of a provider goes through, one of these per provider and process: it waits for its turn, and is
/// repeated where that helps. A call that waits for its next attempt holds no place.
/// </summary>
/// <param name="limiter">Disposed with this.</param>
internal sealed class ProviderCalls(AdaptiveLimiter limiter, CallRetry retry) : IDisposable
{
    /// <param name="video">Videos take turns; any text that tells them apart.</param>
    public CallTurn NextTurn(string video) => limiter.NextTurn(video);

    /// <param name="onTimeout">Words the failure of an attempt that took longer than its time-out.</param>
    public Task<T> RunAsync<T>(
        CallTurn turn,
        Func<CancellationToken, Task<T>> attempt,
        Func<YttlException> onTimeout,
        CancellationToken cancellationToken) =>
        retry.RunAsync(attempt, onTimeout, (run, token) => limiter.RunAsync(turn, run, token), cancellationToken);

    public void Dispose() => limiter.Dispose();
}
