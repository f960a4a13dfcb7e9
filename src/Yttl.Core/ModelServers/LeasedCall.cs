using Yttl.Core.Failures;

namespace Yttl.Core.ModelServers;

/// <summary>One attempt of a call, in a place of its own.</summary>
internal static class LeasedCall
{
    /// <summary>
    /// Waits for a place, makes the attempt there and gives the place back. A server that died or hung in the middle
    /// is named as the cause: its end says more than the broken connection it left.
    /// </summary>
    /// <param name="attempt">Given the address of the place.</param>
    /// <param name="limit">For the attempt; the wait for a place is no part of it.</param>
    /// <param name="onTimeout">Words the failure of a server that is well and took too long.</param>
    public static async Task<T> RunAsync<T>(
        IServerPool pool,
        Func<Uri, CancellationToken, Task<T>> attempt,
        TimeSpan limit,
        Func<YttlException> onTimeout,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        using var lease = await pool.LeaseAsync(cancellationToken);
        using var deadline = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await attempt(lease.BaseUrl, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw await lease.ExplainAsync(cancellationToken) ?? onTimeout();
        }
        catch (YttlException)
        {
            if (await lease.ExplainAsync(cancellationToken) is { } cause)
                throw cause;
            throw;
        }
    }
}
