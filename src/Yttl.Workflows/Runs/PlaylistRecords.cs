using System.Text.Json.Serialization;
using Yttl.Core.Failures;
using Yttl.Core.Reports;

namespace Yttl.Workflows.Runs;

/// <param name="Videos">One per entry, in the playlist's order; empty where there are <see cref="Pages"/>.</param>
/// <param name="Index">Full path of the index page of its reports; null where there is none.</param>
/// <param name="Failure">Why the list itself could not be read; null where it could.</param>
public sealed record PlaylistResult(string? Title, IReadOnlyList<VideoResult> Videos, string? Index, Failure? Failure) : IRunResult
{
    /// <summary>The results of a list that was run in pages, in its order; null for any other.</summary>
    public IReadOnlyList<ListPageResult>? Pages { get; init; }

    /// <summary>The pages whose videos cannot be shown, each with its failure.</summary>
    [JsonIgnore]
    public IReadOnlyList<ListPageResult> Hidden { get; init => field = value ?? []; } = [];

    /// <summary>Videos of the list that no run was begun for (<see cref="ExecutionOptions.MaxListEntries"/>).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int LeftOut { get; init; }

    [JsonIgnore]
    public RunStatus Status =>
        Failure is not null ? RunStatus.Failed
        : LeftOut is 0 && All(RunStatus.Complete, page => page.Complete) ? RunStatus.Complete
        : All(RunStatus.Failed, page => page.Failed) ? RunStatus.Failed
        : RunStatus.Partial;

    [JsonIgnore]
    public int Gaps => Pages?.Sum(page => page.Gaps) ?? Videos.Sum(video => video.Gaps);

    /// <summary>Notes on the list itself for its reader, one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init => field = value ?? []; } = [];

    private bool All(RunStatus status, Func<ListPageResult, int> count) =>
        Pages?.All(page => count(page) == page.Count) ?? Videos.All(video => video.Status == status);
}
