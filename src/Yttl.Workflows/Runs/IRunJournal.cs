using Yttl.Core.Measuring;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Runs;

/// <summary>
/// What the steps of each run went through, for people: nothing that a run does rests on it, so that a failure to store
/// it is never thrown. Hosts write it from where steps run, never from workflow code.
/// </summary>
public interface IRunJournal
{
    /// <summary>Adds to what is there; safe for concurrent use.</summary>
    Task AddAsync(RunId run, JournalLine line, CancellationToken cancellationToken);

    /// <returns>In their order; empty where nothing is known of the run, or it cannot be read.</returns>
    Task<IReadOnlyList<RunSession>> ReadAsync(RunId run, CancellationToken cancellationToken);
}
