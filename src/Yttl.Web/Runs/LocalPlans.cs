using System.Collections.Concurrent;
using Yttl.LocalEngine;
using Yttl.Workflows.Http;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Web.Runs;

/// <summary>
/// Plans and answers questions in this process. What takes long goes on without its caller, and the same call joins it.
/// </summary>
internal sealed class LocalPlans(SourcePlanner planner, QuestionAnswerer answerer, TimeProvider time)
    : IPlanHost, IAskHost, IAsyncDisposable
{
    /// <summary>Programs give a request up after a minute.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<RunId, Lazy<Task<PlanResult>>> _videos = new();
    private readonly ConcurrentDictionary<RunId, Lazy<Task<PlanListResult>>> _lists = new();
    private readonly ConcurrentDictionary<RunId, Lazy<Task<AskResult>>> _answers = new();

    public Task<PlanResult?> PlanVideoAsync(RunId id, PlanInput input, CancellationToken cancellationToken) =>
        JoinAsync(_videos, id, () => planner.PlanAsync(input, _end.Token), cancellationToken);

    public Task<PlanListResult?> PlanListAsync(RunId id, PlanInput input, CancellationToken cancellationToken) =>
        JoinAsync(_lists, id, () => planner.PlanListAsync(input, _end.Token), cancellationToken);

    public Task<AskResult?> AskAsync(RunId id, AskInput input, CancellationToken cancellationToken) =>
        JoinAsync(_answers, id, () => answerer.AskAsync(input, _end.Token), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(
            _videos.Values.Select(plan => plan.Value).Concat<Task>(_lists.Values.Select(plan => plan.Value))
                .Concat(_answers.Values.Select(answer => answer.Value)))
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task<T?> JoinAsync<T>(
        ConcurrentDictionary<RunId, Lazy<Task<T>>> made, RunId id, Func<Task<T>> make, CancellationToken cancellationToken)
        where T : class
    {
        var making = made.GetOrAdd(id, _ => new Lazy<Task<T>>(() => Task.Run(make))).Value;
        try
        {
            return await making.WaitAsync(Patience, time, cancellationToken);
        }
        catch (TimeoutException) when (!making.IsCompleted)
        {
            return null;
        }
        finally
        {
            // The next call begins anew, with remembered captions and answers.
            if (making.IsCompleted)
                made.TryRemove(id, out _);
        }
    }
}
