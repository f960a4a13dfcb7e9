using System.Collections.Concurrent;
using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.Core.Providers;
using Yttl.Core.Providers.Limits;

namespace Yttl.Core.ModelServers;

/// <summary>
/// Calls a model on this machine. Every attempt leases a place in a server, so that a server which died is restarted
/// and the call repeated. Calls in excess of the places wait in a queue.
/// </summary>
/// <typeparam name="TCall">Makes attempts at one address and keeps what it learnt about it.</typeparam>
internal sealed class PooledCalls<TCall> : IDisposable
{
    private readonly IServerPool _pool;
    private readonly TimeSpan _attemptTimeout;
    private readonly Func<YttlException> _onTimeout;
    private readonly TimeProvider _time;
    private readonly Func<Uri, HttpClient, TCall> _open;
    private readonly HttpClient _http = ProviderConnection.CreateHttpClient(toThisMachine: true);
    private readonly ConcurrentDictionary<Uri, TCall> _calls = new();

    /// <param name="pool">Pool to lease from; not disposed with this object.</param>
    /// <param name="onTimeout">Creates the failure for a healthy server that took too long.</param>
    /// <param name="open">Creates the calls for a server's address.</param>
    public PooledCalls(
        IServerPool pool,
        string provider,
        int places,
        RetrySettings retry,
        Func<YttlException> onTimeout,
        TimeProvider time,
        Func<Uri, HttpClient, TCall> open)
    {
        (_pool, _attemptTimeout, _onTimeout, _time, _open) = (pool, retry.AttemptTimeout, onTimeout, time, open);
        // The start of a server and the wait for it count towards the call's time limit, not the attempt's.
        var patience = retry with { AttemptTimeout = retry.CallTimeout };
        var limiter = AdaptiveLimiter.Exactly(places, time);
        Calls = new ProviderCalls(
            limiter, new CallRetry(patience, limiter, onTimeout, time, Random.Shared.NextDouble, provider));
    }

    public ProviderCalls Calls { get; }

    /// <summary>
    /// Waits for a place, makes the attempt and returns the place. Where the server died or hung meanwhile, throws that
    /// failure: it says more than the broken connection.
    /// </summary>
    public async Task<T> AttemptAsync<T>(
        Func<TCall, CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        CallTracker.Current?.BeginWait(WaitKind.Queue);
        using var lease = await _pool.LeaseAsync(cancellationToken);
        CallTracker.Current?.EndWait();
        using var deadline = new CancellationTokenSource(_attemptTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await attempt(_calls.GetOrAdd(lease.BaseUrl, address => _open(address, _http)), either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw await lease.ExplainAsync(cancellationToken) ?? _onTimeout();
        }
        catch (YttlException)
        {
            if (await lease.ExplainAsync(cancellationToken) is { } cause)
                throw cause;
            throw;
        }
    }

    public void Dispose()
    {
        Calls.Dispose();
        _http.Dispose();
    }
}
