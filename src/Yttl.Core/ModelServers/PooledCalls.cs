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
internal sealed class PooledCalls<TCall> : ProviderCalls<TCall>
{
    private readonly IServerPool _pool;
    private readonly TimeSpan _attemptTimeout;
    private readonly Func<YttlException> _onTimeout;
    private readonly TimeProvider _time;
    private readonly Func<Uri, TCall> _open;
    private readonly HttpClient _http;
    private readonly ConcurrentDictionary<Uri, TCall> _calls = new();

    /// <param name="pool">Pool to lease from; not disposed with this object.</param>
    /// <param name="open">Creates the calls for a server's address.</param>
    public PooledCalls(
        IServerPool pool, ProviderSettings settings, TimeProvider time, Func<ProviderCall, TCall> open)
        : base(
            settings,
            AdaptiveLimiter.Exactly(settings.MaxConcurrent, time),
            // The start of a server and the wait for it count towards the call's time limit, not the attempt's.
            settings.Retry with { AttemptTimeout = settings.Retry.CallTimeout },
            time,
            Random.Shared.NextDouble)
    {
        (_pool, _attemptTimeout, _time) = (pool, settings.Retry.AttemptTimeout, time);
        _onTimeout = new CallFailures(settings).TimedOut;
        _http = ProviderConnection.CreateHttpClient(settings.AnswerBounds, time, toThisMachine: true);
        _open = address => open(new ProviderCall(settings, address, _http, time));
    }

    /// <summary>
    /// Waits for a place, makes the attempt and returns the place. Where the server died or hung meanwhile, throws that
    /// failure: it says more than the broken connection.
    /// </summary>
    public override async Task<T> AttemptAsync<T>(
        Func<TCall, CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        CallTracker.Current?.BeginWait(WaitKind.Queue);
        using var lease = await _pool.LeaseAsync(cancellationToken);
        CallTracker.Current?.EndWait();
        using var deadline = new CancellationTokenSource(_attemptTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await attempt(_calls.GetOrAdd(lease.BaseUrl, _open), either.Token);
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

    public override void Dispose()
    {
        base.Dispose();
        _http.Dispose();
    }
}
