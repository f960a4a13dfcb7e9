using System.Collections.Concurrent;
using Yttl.LocalEngine;
using Yttl.Workflows.Http;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Web.Runs;

/// <summary>Plans in this process. One that takes long goes on without its caller, and the same call joins it.</summary>
internal sealed class LocalPlans(SourcePlanner planner, TimeProvider time) : IPlanHost, IAsyncDisposable
{
    /// <summary>Programs give a request up after a minute.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<RunId, Lazy<Task<PlanResult>>> _videos = new();
    private readonly ConcurrentDictionary<RunId, Lazy<Task<PlanListResult>>> _lists = new();

    public Task<PlanResult?> PlanVideoAsync(RunId id, PlanInput input, CancellationToken cancellationToken) =>
        JoinAsync(_videos, id, () => planner.PlanAsync(input, _end.Token), cancellationToken);

    public Task<PlanListResult?> PlanListAsync(RunId id, PlanInput input, CancellationToken cancellationToken) =>
        JoinAsync(_lists, id, () => planner.PlanListAsync(input, _end.Token), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_videos.Values.Select(plan => plan.Value).Concat<Task>(_lists.Values.Select(plan => plan.Value)))
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task<T?> JoinAsync<T>(
        ConcurrentDictionary<RunId, Lazy<Task<T>>> plans, RunId id, Func<Task<T>> plan, CancellationToken cancellationToken)
        where T : class
    {
        var planning = plans.GetOrAdd(id, _ => new Lazy<Task<T>>(() => Task.Run(plan))).Value;
        try
        {
            return await planning.WaitAsync(Patience, time, cancellationToken);
        }
        catch (TimeoutException) when (!planning.IsCompleted)
        {
            return null;
        }
        finally
        {
            // The next call plans anew, from remembered captions.
            if (planning.IsCompleted)
                plans.TryRemove(id, out _);
        }
    }
}
