using System.Text.Json.Serialization;
using Yttl.Core.Failures;
using Yttl.Core.Reports;

namespace Yttl.Workflows.Runs;

/// <param name="Videos">One per entry, in the playlist's order.</param>
/// <param name="Index">Full path of the index page of its reports; null where there is none.</param>
/// <param name="Failure">Why the list itself could not be read; null where it could.</param>
public sealed record PlaylistResult(string? Title, IReadOnlyList<VideoResult> Videos, string? Index, Failure? Failure) : IRunResult
{
    [JsonIgnore]
    public RunStatus Status =>
        Failure is not null ? RunStatus.Failed
        : Videos.All(video => video.Status is RunStatus.Complete) ? RunStatus.Complete
        : Videos.All(video => video.Status is RunStatus.Failed) ? RunStatus.Failed
        : RunStatus.Partial;

    [JsonIgnore]
    public int Gaps => Videos.Sum(video => video.Gaps);

    /// <summary>Notes on the list itself for its reader, one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init => field = value ?? []; } = [];
}
