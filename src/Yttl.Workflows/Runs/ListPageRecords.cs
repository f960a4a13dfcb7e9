using System.Globalization;
using System.Text.Json.Serialization;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Core.Sources;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Runs;

/// <summary>Consecutive entries of a list that run under one window.</summary>
/// <param name="List">The run of the list, whose children the videos are.</param>
/// <param name="First">The index of the first entry in the list.</param>
/// <param name="Total">Entries of the whole list that are run.</param>
public sealed record ListPage(
    RunId List,
    string? Title,
    IReadOnlyList<PlaylistEntry> Entries,
    int First,
    int Total,
    RunOptions Options,
    ExecutionOptions Execution);

/// <summary>The results of a page, small whatever its videos are.</summary>
/// <param name="First">The index of its first video in the list.</param>
/// <param name="Count">Videos, of which some are complete, some failed, and the rest partial.</param>
/// <param name="Videos">Its <see cref="VideoResults"/>; null where they could not be stored.</param>
/// <param name="Failure">Why they could not; null where they are stored.</param>
public sealed record ListPageResult(
    int First, int Count, int Complete, int Failed, int Gaps, ArtifactRef? Videos, Failure? Failure)
{
    /// <summary>Names its videos, counted from 1: <c>videos 101 to 200</c>.</summary>
    [JsonIgnore]
    public string Words => string.Create(CultureInfo.InvariantCulture, $"videos {First + 1} to {First + Count}");

    public static ListPageResult From(int first, IReadOnlyList<VideoResult> videos) => new(
        first,
        videos.Count,
        videos.Count(video => video.Status is RunStatus.Complete),
        videos.Count(video => video.Status is RunStatus.Failed),
        videos.Sum(video => video.Gaps),
        Videos: null,
        Failure: null);
}

/// <summary>What is stored of a page.</summary>
public sealed record VideoResults(IReadOnlyList<VideoResult> Videos);

/// <param name="Content">The <see cref="VideoResults"/>.</param>
public sealed record VideoResultsWritten(ArtifactRef Content);
