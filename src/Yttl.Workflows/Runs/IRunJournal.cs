using Yttl.Core.Measuring;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Runs;

/// <summary>
/// A record of the steps of each run, for people. No run depends on it, so a failure to store it is never thrown. Hosts
/// write it where steps run, never from workflow code.
/// </summary>
public interface IRunJournal
{
    /// <summary>Adds a line at the end. Safe for concurrent use.</summary>
    Task AddAsync(RunId run, JournalLine line, CancellationToken cancellationToken);

    /// <returns>In their order; empty where the run has no journal, or it cannot be read.</returns>
    Task<IReadOnlyList<RunSession>> ReadAsync(RunId run, CancellationToken cancellationToken);
}
