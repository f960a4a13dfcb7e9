using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Http;

/// <summary>The runs of a host, as its HTTP API sees them.</summary>
public interface IRunHost
{
    /// <summary>
    /// Whether a run that left something undone continues under its own id, and no next generation does (<see
    /// cref="Generations"/>).
    /// </summary>
    bool ContinuesInPlace => false;

    Task<RunSnapshot?> FindAsync(RunId id, CancellationToken cancellationToken);

    /// <summary>Adds the results of all videos of a list, which may be many.</summary>
    Task<RunSnapshot> WithVideosAsync(RunSnapshot run, CancellationToken cancellationToken);

    /// <summary>Finds what a run was asked to do; null where the run is unknown or that cannot be read.</summary>
    Task<RunStart?> FindStartAsync(RunId id, CancellationToken cancellationToken);

    /// <returns>False where a run of that id exists and has not ended: nothing is started.</returns>
    Task<bool> StartAsync(RunId id, RunStart start, CancellationToken cancellationToken);

    /// <summary>
    /// Returns runs, the newest first, at most <paramref name="most"/>, without the runs of the videos of lists. Of results
    /// it has the state, title, gaps and failure.
    /// </summary>
    /// <param name="before">Leaves out the runs that were created then or later; null for none.</param>
    Task<IReadOnlyList<RunSnapshot>> ListAsync(int most, DateTimeOffset? before, CancellationToken cancellationToken);

    /// <summary>
    /// Stops a run and those below it, and waits a while until they are over. Those below a run that has ended are stopped
    /// as well, so that a stop that was cut short can be repeated. A run that is superseded does not continue.
    /// </summary>
    /// <param name="cancellationToken">Has no effect once the stop has begun.</param>
    Task TerminateAsync(RunId id, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes the data of a run that has ended, and of those below it. One of those that still runs is stopped first.
    /// </summary>
    /// <returns>False where one of them is not over yet: nothing is deleted.</returns>
    Task<bool> DeleteAsync(RunId id, CancellationToken cancellationToken);
}

/// <summary>
/// What to run. The same source with the same options is the same run. Another callback makes another run, so that each
/// callback is sent; that run finds all work done.
/// </summary>
public sealed record RunStart(RunInput Input, bool IsList)
{
    public RunId Id => RunIds.From(Input, IsList);
}
