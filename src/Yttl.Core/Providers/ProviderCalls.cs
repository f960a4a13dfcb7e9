using Yttl.Core.Providers.Limits;

namespace Yttl.Core.Providers;

/// <summary>
/// The calls of one model of a provider, one of these per model and process: they share its limit, and are repeated where
/// that helps. A call that waits for its next attempt holds no place.
/// </summary>
/// <typeparam name="TCall">Makes attempts at one address, and remembers what it learnt of it.</typeparam>
/// <param name="limiter">Disposed with this.</param>
/// <param name="retry">The settings' own, or more patient ones.</param>
/// <param name="random">The jitter of waits: from 0 up to, not including, 1.</param>
/// <param name="news">Told of long waits; null for none.</param>
internal abstract class ProviderCalls<TCall>(
    ProviderSettings settings,
    AdaptiveLimiter limiter,
    RetrySettings retry,
    TimeProvider time,
    Func<double> random,
    WaitNews? news = null)
    : IDisposable
{
    private readonly CallRetry _retry =
        new(retry, limiter, new CallFailures(settings).TimedOut, time, random, settings.Provider, news);

    public CallLoad Load => limiter.Load;

    /// <param name="video">Videos take turns; any text that distinguishes them.</param>
    public Ticket NextTurn(string video) => limiter.NextTurn(video);

    /// <param name="attempt">Goes through <see cref="AttemptAsync"/>.</param>
    public Task<T> RunAsync<T>(
        Ticket turn, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken) =>
        _retry.RunAsync(turn, attempt, cancellationToken);

    /// <summary>Makes one attempt, at an address that can take it.</summary>
    public abstract Task<T> AttemptAsync<T>(
        Func<TCall, CancellationToken, Task<T>> attempt, CancellationToken cancellationToken);

    public virtual void Dispose() => limiter.Dispose();
}
