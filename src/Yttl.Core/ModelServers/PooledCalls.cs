using System.Collections.Concurrent;
using Yttl.Core.Failures;
using Yttl.Core.Performance;
using Yttl.Core.Providers;
using Yttl.Core.Providers.Limits;

namespace Yttl.Core.ModelServers;

/// <summary>
/// Calls of a model on this machine: every attempt leases a place in a server, so that one which died is started anew
/// and the call repeated. No more calls ask for a place at once than there are; the others wait for their turn.
/// </summary>
/// <typeparam name="TCall">Makes attempts at one address, and remembers what it learnt of it.</typeparam>
internal sealed class PooledCalls<TCall> : IDisposable
{
    private readonly IServerPool _pool;
    private readonly TimeSpan _attemptTimeout;
    private readonly Func<YttlException> _onTimeout;
    private readonly TimeProvider _time;
    private readonly Func<Uri, HttpClient, TCall> _open;
    private readonly HttpClient _http = ProviderConnection.CreateHttpClient(toThisMachine: true);
    private readonly ConcurrentDictionary<Uri, TCall> _calls = new();

    /// <param name="pool">Not disposed with this.</param>
    /// <param name="onTimeout">Words the failure of a server that is well and took too long.</param>
    /// <param name="open">Given the address of a place.</param>
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
        // The start of a server, and the wait for it, is no part of an attempt's time, but of the call's.
        var patience = retry with { AttemptTimeout = retry.CallTimeout };
        var limiter = AdaptiveLimiter.Exactly(places, time);
        Calls = new ProviderCalls(
            limiter, new CallRetry(patience, limiter, onTimeout, time, Random.Shared.NextDouble, provider));
    }

    public ProviderCalls Calls { get; }

    /// <summary>
    /// Waits for a place, makes the attempt there and gives the place back. A server that died or hung in the middle
    /// is named as the cause: its end says more than the broken connection it left.
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
