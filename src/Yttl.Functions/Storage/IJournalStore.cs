using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Storage;

/// <summary>Journals that are deleted with their runs: another run may later have the same id.</summary>
internal interface IJournalStore : IRunJournal
{
    /// <summary>
    /// Deletes the journal of the run and those of the runs that it started (<c>ID:INDEX</c>). A missing journal is no
    /// error. A journal that cannot be deleted is logged and never thrown.
    /// </summary>
    Task DeleteAsync(RunId run, CancellationToken cancellationToken);
}
