using System.Text.Json;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.LocalEngine.Storage;

namespace Yttl.LocalEngine.Search;

/// <summary>The reports of runs, of which some are deleted or damaged.</summary>
/// <param name="notes">Receives a line for each report that is damaged.</param>
internal sealed class StoredReports(FileArtifactStore store, Action<string> notes)
{
    /// <returns>Null where the report is deleted or cannot be read.</returns>
    public async Task<Report?> FindAsync(RunRecord run, ArtifactRef reference, CancellationToken cancellationToken)
    {
        if (!IsStored(reference))
            return null;
        try
        {
            return await store.ReadJsonAsync(reference, ReportsJson.Default.Report, cancellationToken);
        }
        catch (Exception problem) when (
            problem is YttlException or JsonException or IOException or UnauthorizedAccessException)
        {
            notes($"The report of run {run.Id} ({run.Source}) cannot be read: {FileReason.Format(problem)}");
            return null;
        }
    }

    public bool IsStored(ArtifactRef reference) => File.Exists(store.PathOf(reference));

    /// <summary>Says how many runs are left out because their reports are deleted.</summary>
    public void NoteDeleted(int count)
    {
        if (count > 0)
            notes(count is 1
                ? "1 run is not searched: its report was deleted to make room. Repeat its command to search it."
                : $"{count} runs are not searched: their reports were deleted to make room. Repeat their commands to search them.");
    }
}
