using System.Text.Json;
using Azure;
using Microsoft.DurableTask.Client;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Functions.Storage;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Http;

/// <summary>Reads the results of a list that was run in pages.</summary>
internal static class ListPages
{
    /// <summary>A list in pages counts whole pages. The page that runs counts its videos.</summary>
    /// <returns>Null where the list is not in pages, or none of them runs.</returns>
    public static async Task<RunProgress?> ProgressAsync(
        DurableTaskClient client, RunId list, CancellationToken cancellationToken)
    {
        var pages = new OrchestrationQuery(
            Statuses: [OrchestrationRuntimeStatus.Running], InstanceIdPrefix: list.PagePrefix);
        await foreach (var page in client.GetAllInstancesAsync(pages).WithCancellation(cancellationToken))
            return RunSnapshots.FactsOf(page)?.Progress;
        return null;
    }

    /// <summary>Adds the results of the videos. A page whose results cannot be read is named with the reason.</summary>
    public static async Task<PlaylistResult> JoinAsync(
        PlaylistResult list, IReadOnlyList<ListPageResult> pages, IArtifactStore artifacts, CancellationToken cancellationToken)
    {
        var (videos, hidden) = (new List<VideoResult>(), new List<ListPageResult>());
        foreach (var page in pages)
        {
            try
            {
                videos.AddRange(await ReadAsync(page, artifacts, cancellationToken));
            }
            catch (Exception e) when (FailureOf(e) is { } failure)
            {
                hidden.Add(page with { Videos = null, Failure = failure });
            }
        }

        return list with
        {
            Videos = videos,
            Hidden = hidden,
            Notes = [.. list.Notes, .. hidden.Select(page =>
                $"The results of the {page.Words} cannot be shown: {page.Failure!.Message}")],
        };
    }

    /// <returns>Null where it is none of the reading.</returns>
    private static Failure? FailureOf(Exception e) => e switch
    {
        YttlException known => known.Failure,
        RequestFailedException refused => BlobFailures.From(refused, "artifact.read").Failure,
        JsonException or IOException => new Failure(
            FailureCategory.Processing, "artifact.read", "What is stored of them cannot be read: their own runs have their reports."),
        _ => null,
    };

    private static async Task<IReadOnlyList<VideoResult>> ReadAsync(
        ListPageResult page, IArtifactStore artifacts, CancellationToken cancellationToken)
    {
        if (page.Videos is not { } stored)
            throw new YttlException(page.Failure!.Category, page.Failure.Code, page.Failure.Message);
        return (await artifacts.ReadJsonAsync(stored, RunsJson.Default.VideoResults, cancellationToken)).Videos;
    }
}
