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
        var records = await runs.ListAsync(_ => { }, cancellationToken);
        var requests = records.Where(run => run.Request is not null).ToDictionary(run => run.Id, run => run.Request!);
        var last = records
            .Where(run => run.Result is { } earlier && earlier.Files.Intersect(result.Files).Any())
            .MaxBy(run => run.Ended);
        if (last is not { Result: { } replaced } || requests.GetValueOrDefault(last.Id.Root) is not { } made
            || Quality(replaced.Status, made).CompareTo(quality) <= 0)
            return null;
        var at = (last.Ended ?? last.Started).UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return $"This report replaces a better one: {replaced.Status.Name()}, written by {Author(made)} at {at} UTC. "
            + $"Resume its run, {last.Id.Root}, to write it again without new calls.";
    }

    private static (bool Model, int Rank) Quality(RunStatus status, RunRequest request) =>
        Quality(status, request.Provider != ProviderTable.Extractive);

    /// <summary>The better one is greater: a model writes better, then what is complete is better.</summary>
    private static (bool Model, int Rank) Quality(RunStatus status, bool model) => (model, RunStatus.Terminated - status);

    private static string Author(RunRequest request) =>
        request.Provider == ProviderTable.Extractive ? request.Provider : $"{request.Provider} {request.Model}";
}
