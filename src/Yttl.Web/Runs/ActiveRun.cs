using Yttl.Core.Reports;
using Yttl.Web.Json;
using Yttl.Workflows.Http;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Web.Runs;

/// <summary>A run that waits for its turn in this server, or runs here.</summary>
internal sealed class ActiveRun(RunId id, QueuedRequest request, bool isList, CancellationToken stopping) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
    private readonly HighWater _progress = new();
    private readonly Lock _oneAtATime = new();
    private Task _stopped = Task.CompletedTask;
    private bool _isOver;

    public RunId Id => id;

    public QueuedRequest Request => request;

    public bool IsList => isList;

    /// <summary>Ends with the run, never with an exception.</summary>
    public Task Ended { get; set; } = Task.CompletedTask;

    public bool HasBegun { get; private set; }

    /// <summary>Whether the user stopped it, and not the end of this server.</summary>
    public bool IsStopped { get; private set; }

    public DateTimeOffset Updated { get; private set; } = request.Submitted;

    public CancellationToken Token => _stop.Token;

    public void Begin(DateTimeOffset now) => (HasBegun, Updated) = (true, now);

    /// <returns>Whether anything that is shown has changed.</returns>
    public bool Take(RunProgress progress, DateTimeOffset now)
    {
        if (!_progress.Take(progress))
            return false;
        Updated = now;
        return true;
    }

    /// <summary>Has no effect on one that is over.</summary>
    public Task StopAsync()
    {
        lock (_oneAtATime)
        {
            if (_isOver)
                return Task.CompletedTask;
            IsStopped = true;
            return _stopped = _stop.CancelAsync();
        }
    }

    public RunSnapshot Snapshot() => new(
        id,
        HasBegun ? RunStatus.Running : RunStatus.Queued,
        request.Source,
        request.Submitted,
        Updated,
        _progress.Furthest,
        Result: null);

    /// <summary>The state of one that ended without a record: nothing was begun, so nothing is stored of it.</summary>
    public RunSnapshot Ending(VideoResult result, DateTimeOffset now) =>
        Snapshot() with { State = result.Status, Updated = now, Result = result };

    public async ValueTask DisposeAsync()
    {
        lock (_oneAtATime)
            _isOver = true;
        await _stopped;
        _stop.Dispose();
    }
}
