using Microsoft.Extensions.Logging;
using Yttl.Web.Logging;
using Yttl.Workflows.Http;
using Yttl.Workflows.Seam;

namespace Yttl.Web.Events;

/// <summary>Looks at the runs of other processes while the events are watched: they send no news of themselves.</summary>
/// <param name="list">Returns the newest runs of the home.</param>
internal sealed class HomeWatch(
    RunFeed feed, Func<CancellationToken, Task<IReadOnlyList<RunSnapshot>>> list, ILogger logger, TimeProvider time)
{
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>A run that changed while the watch began may not be in the first snapshot: it is told again.</summary>
    private static readonly TimeSpan Beginning = TimeSpan.FromSeconds(10);

    private Dictionary<RunId, RunSnapshot>? _seen;

    /// <summary>Ends with the feed.</summary>
    public async Task RunAsync()
    {
        try
        {
            using var ticks = new PeriodicTimer(Interval, time);
            while (await ticks.WaitForNextTickAsync(feed.End))
                await TryToLookAsync(feed.End);
        }
        catch (OperationCanceledException) when (feed.End.IsCancellationRequested)
        {
            // The server ends.
        }
    }

    private async Task TryToLookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await LookAsync(cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.EventMissed(logger, e);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        if (!feed.IsWatched)
        {
            _seen = null;
            return;
        }

        var now = (await list(cancellationToken)).ToDictionary(run => run.Id);
        foreach (var run in now.Values.Where(HasChanged))
            feed.Change(run.Id);
        foreach (var gone in _seen?.Keys.Where(id => !now.ContainsKey(id)) ?? [])
            feed.Change(gone);
        _seen = now;
    }

    private bool HasChanged(RunSnapshot run) =>
        _seen is null ? !run.IsOver || time.GetUtcNow() - run.Updated < Beginning
        : !_seen.TryGetValue(run.Id, out var before) || (before.State, before.Updated) != (run.State, run.Updated);
}
