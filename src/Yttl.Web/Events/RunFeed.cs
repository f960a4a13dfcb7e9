using Microsoft.Extensions.Logging;
using Yttl.Web.Logging;
using Yttl.Workflows.Seam;

namespace Yttl.Web.Events;

/// <summary>
/// The latest event of each run that has changed, by its number. Watchers read what is newer than what they have, so a
/// slow one skips states between, and memory does not grow with watchers or news.
/// </summary>
/// <param name="describe">Makes the event of a run.</param>
internal sealed class RunFeed(
    Func<RunId, CancellationToken, Task<FeedEvent>> describe, ILogger logger, TimeProvider time) : IAsyncDisposable
{
    /// <summary>How long news is gathered: no eye follows more, and a burst of a run is one event.</summary>
    internal static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100);

    /// <summary>Of more runs, the oldest events are dropped; a watcher that missed one starts over.</summary>
    private const int MostKept = 500;

    private readonly Lock _oneAtATime = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Dictionary<RunId, (long Number, FeedEvent Event)> _latest = [];
    private readonly HashSet<RunId> _changed = [];
    private TaskCompletionSource _news = NewSignal();
    private TaskCompletionSource _work = NewSignal();
    private long _number;
    private long _dropped;
    private int _watchers;
    private Task _gathering = Task.CompletedTask;

    /// <summary>The number of the last event.</summary>
    public long Number
    {
        get
        {
            lock (_oneAtATime)
                return _number;
        }
    }

    /// <summary>Ends with the server.</summary>
    public CancellationToken End { get; private set; }

    public bool IsWatched
    {
        get
        {
            lock (_oneAtATime)
                return _watchers > 0;
        }
    }

    public void Start()
    {
        End = _end.Token;
        _gathering = GatherAsync();
    }

    /// <summary>From any thread.</summary>
    public void Change(RunId run)
    {
        lock (_oneAtATime)
        {
            // Without watchers there is nothing to describe: each begins with a snapshot.
            if (_watchers is 0)
                return;
            _changed.Add(run);
            _work.TrySetResult();
        }
    }

    /// <summary>Keeps events until disposed.</summary>
    public IDisposable Watch()
    {
        lock (_oneAtATime)
            _watchers++;
        return new Watcher(this);
    }

    /// <returns>Those after a number, in their order; null where some were dropped.</returns>
    public IReadOnlyList<(long Number, FeedEvent Event)>? Since(long number)
    {
        lock (_oneAtATime)
            return number < _dropped ? null : [.. _latest.Values.Where(one => one.Number > number).OrderBy(one => one.Number)];
    }

    /// <summary>Ends when there is an event after a number.</summary>
    public Task NewsAsync(long number)
    {
        lock (_oneAtATime)
            return _number > number ? Task.CompletedTask : _news.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _gathering;
        _end.Dispose();
    }

    private async Task GatherAsync()
    {
        try
        {
            while (true)
            {
                await _work.Task.WaitAsync(_end.Token);
                await Task.Delay(Gathering, time, _end.Token);
                await DescribeAsync(Take());
                Tell();
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The server ends.
        }
    }

    /// <summary>Where a run cannot be described, watchers start over: their next snapshot has what they missed.</summary>
    private async Task DescribeAsync(IReadOnlyList<RunId> runs)
    {
        try
        {
            foreach (var run in runs)
                Put(run, await describe(run, _end.Token));
        }
        catch (Exception e) when (!_end.IsCancellationRequested)
        {
            Log.EventMissed(logger, e);
            lock (_oneAtATime)
                Drop(++_number);
        }
    }

    private RunId[] Take()
    {
        lock (_oneAtATime)
        {
            _work = NewSignal();
            RunId[] changed = [.. _changed];
            _changed.Clear();
            return changed;
        }
    }

    private void Put(RunId run, FeedEvent news)
    {
        lock (_oneAtATime)
        {
            _latest[run] = (++_number, news);
            if (_latest.Count <= MostKept)
                return;
            var oldest = _latest.MinBy(one => one.Value.Number);
            _dropped = oldest.Value.Number;
            _latest.Remove(oldest.Key);
        }
    }

    private void Tell()
    {
        TaskCompletionSource told;
        lock (_oneAtATime)
            (told, _news) = (_news, NewSignal());
        told.SetResult();
    }

    private void Drop(long upTo)
    {
        _dropped = upTo;
        _latest.Clear();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class Watcher(RunFeed feed) : IDisposable
    {
        public void Dispose()
        {
            lock (feed._oneAtATime)
                if (--feed._watchers is 0)
                    feed.Drop(feed._number);
        }
    }
}

/// <param name="Name">As in server-sent events.</param>
/// <param name="Data">JSON on one line.</param>
internal sealed record FeedEvent(string Name, string Data);
