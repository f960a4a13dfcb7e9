using Yttl.Core.Reports;
using Yttl.Workflows.Http;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Specs.Http;

/// <summary>Runs that are where a spec says.</summary>
internal sealed class FakeRunHost : IRunHost
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public Dictionary<RunId, RunSnapshot> Runs { get; } = [];

    public List<(RunId Id, RunStart Start)> Started { get; } = [];

    public List<RunId> Terminated { get; } = [];

    /// <summary>Makes the next start find that another start was faster.</summary>
    public bool LosesTheRace { get; set; }

    /// <summary>Makes deletions find a run below that is not over.</summary>
    public bool StillStopping { get; set; }

    public void Put(string id, RunStatus state, IRunResult? result = null, RunProgress? progress = null) =>
        Runs[new RunId(id)] = new RunSnapshot(
            new RunId(id), state, "https://youtu.be/dQw4w9WgXcQ", Noon, Noon.AddMinutes(2), progress, result);

    public bool ContinuesInPlace { get; set; }

    /// <summary>What <see cref="FindStartAsync"/> finds for every run; null for nothing.</summary>
    public RunStart? Asked { get; set; }

    public Task<RunStart?> FindStartAsync(RunId id, CancellationToken cancellationToken) => Task.FromResult(Asked);

    public Task<RunSnapshot?> FindAsync(RunId id, CancellationToken cancellationToken) =>
        Task.FromResult(Runs.GetValueOrDefault(id));

    public Task<RunSnapshot> WithVideosAsync(RunSnapshot run, CancellationToken cancellationToken) => Task.FromResult(run);

    public Task<bool> StartAsync(RunId id, RunStart start, CancellationToken cancellationToken)
    {
        Put(id.Value, LosesTheRace ? RunStatus.Running : RunStatus.Queued);
        if (LosesTheRace)
            return Task.FromResult(false);
        Started.Add((id, start));
        return Task.FromResult(true);
    }

    public Task<IReadOnlyList<RunSnapshot>> ListAsync(int most, DateTimeOffset? before, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RunSnapshot>>([.. Runs.Values.Where(run => !(run.Created >= before)).Take(most)]);

    public Task TerminateAsync(RunId id, CancellationToken cancellationToken)
    {
        Terminated.Add(id);
        return Task.CompletedTask;
    }

    public Task<bool> DeleteAsync(RunId id, CancellationToken cancellationToken)
    {
        if (!StillStopping)
            Runs.Remove(id);
        return Task.FromResult(!StillStopping);
    }
}
