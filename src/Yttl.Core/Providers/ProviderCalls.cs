using Yttl.Core.Providers.Limits;

namespace Yttl.Core.Providers;

/// <summary>
/// Runs every call of a provider, one instance per provider and process: waits for its turn and retries it where that
/// helps. A call that waits for its next attempt holds no slot.
/// </summary>
/// <param name="limiter">Disposed with this.</param>
internal sealed class ProviderCalls(AdaptiveLimiter limiter, CallRetry retry) : IDisposable
{
    /// <param name="video">Any text that identifies the video: videos take turns.</param>
    public CallTurn NextTurn(string video) => limiter.NextTurn(video);

    public Task<T> RunAsync<T>(
        CallTurn turn, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken) =>
        retry.RunAsync(turn, attempt, cancellationToken);

    public void Dispose() => limiter.Dispose();
}
