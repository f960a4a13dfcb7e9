using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Http;

/// <summary>The runs of a host, as its HTTP API sees them.</summary>
public interface IRunHost
{
    Task<RunSnapshot?> FindAsync(RunId id, CancellationToken cancellationToken);

    /// <returns>False when a run of that id is there and not over: nothing was started.</returns>
    Task<bool> StartAsync(RunId id, RunStart start, CancellationToken cancellationToken);

    /// <summary>Newest first, at most <paramref name="most"/>, without the videos of lists.</summary>
    Task<IReadOnlyList<RunSnapshot>> ListAsync(int most, CancellationToken cancellationToken);

    /// <summary>Stops a run and those below it; harmless when it is over.</summary>
    Task TerminateAsync(RunId id, CancellationToken cancellationToken);

    /// <summary>Removes what is known of a run that is over, and of those below it.</summary>
    Task DeleteAsync(RunId id, CancellationToken cancellationToken);
}

/// <summary>
/// What to run. The same source with the same options is the same run. Another callback is another run, so that each
/// callback is sent; it finds all the work done.
/// </summary>
public sealed record RunStart(RunInput Input, bool IsList)
{
    public RunId Id => RunIds.From(Input, IsList);
}
