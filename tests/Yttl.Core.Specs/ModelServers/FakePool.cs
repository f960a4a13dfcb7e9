using Yttl.Core.Failures;
using Yttl.Core.ModelServers;

namespace Yttl.Core.Specs.ModelServers;

/// <summary>A pool that always has a place, and counts what becomes of it.</summary>
internal sealed class FakePool(Func<Uri> address, Func<YttlException?> explain) : IServerPool
{
    private int _leased;
    private int _returned;

    public int Leased => _leased;

    public int Returned => _returned;

    public Task<IServerLease> LeaseAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _leased);
        return Task.FromResult<IServerLease>(new Lease(this, address(), explain()));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Lease(FakePool pool, Uri baseUrl, YttlException? explanation) : IServerLease
    {
        public Uri BaseUrl => baseUrl;

        public Task<YttlException?> ExplainAsync(CancellationToken cancellationToken) => Task.FromResult(explanation);

        public void Dispose() => Interlocked.Increment(ref pool._returned);
    }
}
