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

    public Task<T> RunAsync<T>(
        CallTurn turn, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken) =>
        retry.RunAsync(turn, attempt, cancellationToken);

    public void Dispose() => limiter.Dispose();
}
