
namespace Yttl.Core.ModelServers;

/// <summary>
/// A pool of child processes that serve a model over the OpenAI protocol, started on demand. Safe for concurrent use;
/// disposing stops the processes.
/// </summary>
public interface IServerPool : IAsyncDisposable
{
    /// <summary>
    /// Waits for a free place in a healthy server, first come, first served. Starts a server where none is free and the
    /// limits allow another.
    /// </summary>
    /// <exception cref="Failures.YttlException">
    /// The program or the model is missing or unusable, the server does not become healthy, or there is too little
    /// memory.
    /// </exception>
    Task<IServerLease> LeaseAsync(CancellationToken cancellationToken);
}

/// <summary>One place in one server, held until it is disposed.</summary>
public interface IServerLease : IDisposable
{
    /// <summary>Base URL, up to and including <c>/v1/</c>.</summary>
    Uri BaseUrl { get; }

    /// <summary>
    /// Explains a failed call: returns the failure of a server that died or was stopped for lack of memory (category
    /// <c>memory</c> or transient <c>processing</c>); null where the server is healthy.
    /// </summary>
    Task<Failures.YttlException?> ExplainAsync(CancellationToken cancellationToken);
}
