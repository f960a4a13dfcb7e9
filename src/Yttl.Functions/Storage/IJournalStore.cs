using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Storage;

/// <summary>Journals that go when their runs do: an id that is forgotten may be another run's later.</summary>
internal interface IJournalStore : IRunJournal
{
    /// <summary>
    /// Deletes the run's journal and those of the runs that it started (<c>ID:INDEX</c>). What is not there is well;
    /// what cannot be deleted is logged and never thrown.
    /// </summary>
    Task DeleteAsync(RunId run, CancellationToken cancellationToken);
}
