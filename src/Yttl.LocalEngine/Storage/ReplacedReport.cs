using System.Globalization;
using Yttl.Core.Providers;
using Yttl.Core.Reports;
using Yttl.Workflows.Runs;

namespace Yttl.LocalEngine.Storage;

/// <summary>Finds the better report that the files of a new one have replaced.</summary>
internal static class ReplacedReport
{
    /// <param name="result">A result that is not recorded yet.</param>
    /// <param name="request">The request of its run.</param>
    /// <returns>A note for people; null where the new report is as good as the last one of each of its files.</returns>
    public static async Task<string?> FindNoteAsync(
        RunStore runs, VideoResult result, RunRequest request, CancellationToken cancellationToken)
    {
        var quality = Quality(result.Status, request);
        if (!result.Replaced || quality == Quality(RunStatus.Complete, model: true))
            return null;
        if (LastOf(runs, result.Files) is not { Result: { } replaced } last
            || (await runs.FindAsync(last.Id.Root, cancellationToken))?.Request is not { } made
            || Quality(replaced.Status, made).CompareTo(quality) <= 0)
            return null;
        var at = (last.Ended ?? last.Started).UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return $"This report replaces a better one: {replaced.Status.Name()}, written by {Author(made)} at {at} UTC. "
            + $"Resume its run, {last.Id.Root}, to write it again without new calls.";
    }

    /// <summary>
    /// Finds the run that ended last of those that wrote one of the files. A record is written after its run has ended, so
    /// no file older than that has a run which ended later: it is not read.
    /// </summary>
    private static RunRecord? LastOf(RunStore runs, IReadOnlyList<string> files)
    {
        RunRecord? last = null;
        foreach (var file in runs.Files().OrderByDescending(file => file.Modified))
        {
            if (last?.Ended >= file.Modified)
                break;
            if (RunFile.Read(file.Path).Record is { Result: { } earlier } run && earlier.Files.Intersect(files).Any()
                && (last is null || Nullable.Compare(run.Ended, last.Ended) > 0))
                last = run;
        }

        return last;
    }

    private static (bool Model, int Rank) Quality(RunStatus status, RunRequest request) =>
        Quality(status, request.Provider != ProviderTable.Extractive);

    /// <summary>The better one is greater: a model writes better, then what is complete is better.</summary>
    private static (bool Model, int Rank) Quality(RunStatus status, bool model) => (model, RunStatus.Terminated - status);

    private static string Author(RunRequest request) =>
        request.Provider == ProviderTable.Extractive ? request.Provider : $"{request.Provider} {request.Model}";
}
