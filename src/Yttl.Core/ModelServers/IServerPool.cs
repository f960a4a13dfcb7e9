namespace Yttl.Core.ModelServers;

/// <summary>
/// Child processes that serve a model over the OpenAI protocol, started on demand. Safe for concurrent use; disposing
/// stops them.
/// </summary>
public interface IServerPool : IAsyncDisposable
{
    /// <summary>Waits for a healthy server with a free place, first come, first served, and starts one where none runs.</summary>
    /// <exception cref="Failures.YttlException">
    /// The program or the model is missing or unusable, the server does not become healthy, or memory does not suffice.
    /// </exception>
    Task<IServerLease> LeaseAsync(CancellationToken cancellationToken);
}

/// <summary>One place in one server, until it is disposed.</summary>
public interface IServerLease : IDisposable
{
    /// <summary>Up to and including <c>/v1/</c>.</summary>
    Uri BaseUrl { get; }

    /// <summary>
    /// Says what became of a call that failed: when the server died or was stopped for want of memory, the failure that
    /// names it (category <c>memory</c> or transient <c>processing</c>); null when the server is well.
    /// </summary>
    Task<Failures.YttlException?> ExplainAsync(CancellationToken cancellationToken);
}
