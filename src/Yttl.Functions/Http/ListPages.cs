using System.Globalization;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Workflows.Runs;

namespace Yttl.Functions.Http;

/// <summary>Reads the results of a list that was run in pages.</summary>
internal static class ListPages
{
    /// <summary>Adds the results of the videos. A page whose results cannot be read is a note.</summary>
    public static async Task<PlaylistResult> JoinAsync(
        PlaylistResult list, IReadOnlyList<ListPageResult> pages, IArtifactStore artifacts, CancellationToken cancellationToken)
    {
        var (videos, notes) = (new List<VideoResult>(), new List<string>(list.Notes));
        foreach (var page in pages)
        {
            try
            {
                videos.AddRange(await ReadAsync(page, artifacts, cancellationToken));
            }
            catch (YttlException e)
            {
                notes.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The results of the videos {page.First + 1} to {page.First + page.Count} cannot be shown: {e.Failure.Message}"));
            }
        }

        return list with { Videos = videos, Notes = notes };
    }

    private static async Task<IReadOnlyList<VideoResult>> ReadAsync(
        ListPageResult page, IArtifactStore artifacts, CancellationToken cancellationToken)
    {
        if (page.Videos is not { } stored)
            throw new YttlException(page.Failure!.Category, page.Failure.Code, page.Failure.Message);
        return (await artifacts.ReadJsonAsync(stored, RunsJson.Default.VideoResults, cancellationToken)).Videos;
    }
}
