using System.Globalization;
using System.Text.Json;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
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
        RunStore runs, IArtifactStore artifacts, VideoResult result, RunRequest request, CancellationToken cancellationToken)
    {
        if (!result.Replaced)
            return null;
        var quality = await QualityAsync(artifacts, result, request, cancellationToken);
        if (quality == (Authorship.Model, Rank(RunStatus.Complete)))
            return null;
        if (LastOf(runs, result.Files) is not { Result: { } replaced } last
            || runs.Find(last.Id.Root)?.Request is not { } made)
            return null;
        var before = await QualityAsync(artifacts, replaced, made, cancellationToken);
        if (before.CompareTo(quality) <= 0)
            return null;
        var at = (last.Ended ?? last.Started).UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var again = last.Id.Root == result.RunId.Root ? "Run the same command again"
            : $"Resume its run, {last.Id.Root}, to write it again without new calls";
        return $"This report replaces a better one: {replaced.Status.Name()}, written by {Author(before.By, made)} at {at} UTC. "
            + $"{again}.";
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

    /// <summary>The better one is greater: a model writes better, then what is complete is better.</summary>
    private static async Task<(Authorship By, int Rank)> QualityAsync(
        IArtifactStore artifacts, VideoResult result, RunRequest request, CancellationToken cancellationToken)
    {
        var by = request.Provider == ProviderTable.Extractive ? Authorship.Extractive
            : await ReadAsync(artifacts, result, cancellationToken) is not { } report ? Authorship.Model
            : report.WrittenBy?.Provider == ProviderTable.Extractive ? Authorship.Extractive
            : report.Fallbacks > 0 ? Authorship.Mixed
            : Authorship.Model;
        return (by, Rank(result.Status));
    }

    private static int Rank(RunStatus status) => RunStatus.Terminated - status;

    /// <returns>Null where the report is deleted or cannot be read: then the request says who was to write it.</returns>
    private static async Task<Report?> ReadAsync(IArtifactStore artifacts, VideoResult result, CancellationToken cancellationToken)
    {
        if (result.Report is not { } reference)
            return null;
        try
        {
            return await artifacts.ReadJsonAsync(reference, ReportsJson.Default.Report, cancellationToken);
        }
        catch (Exception problem) when (
            problem is YttlException or JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Author(Authorship by, RunRequest request) => by switch
    {
        Authorship.Extractive => ProviderTable.Extractive,
        Authorship.Mixed => $"{request.Provider} {request.Model}, in part by {ProviderTable.Extractive},",
        _ => $"{request.Provider} {request.Model}",
    };

    /// <summary>Who wrote the summaries of a report; the better one is greater.</summary>
    private enum Authorship
    {
        Extractive,

        /// <summary>A model, and the extractive summariser where the model failed.</summary>
        Mixed,
        Model,
    }
}
