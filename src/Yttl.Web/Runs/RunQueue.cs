using System.Collections.Concurrent;
using Yttl.Core.Failures;
using Yttl.Core.Sources;
using Yttl.LocalEngine;
using Yttl.LocalEngine.Results;
using Yttl.LocalEngine.Storage;
using Yttl.Web.Json;
using Yttl.Web.Logging;
using Yttl.Web.Settings;
using Yttl.Workflows.Http;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Web.Runs;

/// <summary>
/// The runs of this server: at most so many at once as the host allows, in the order in which they were asked for. Each is
/// stored until it has ended, so that it goes on after any end of this process.
/// </summary>
internal sealed class RunQueue : IAsyncDisposable
{
    /// <summary>How long a run that another process holds is left alone before it is tried again.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Runs that failed before they began are shown until so many others did.</summary>
    private const int MostFailures = 200;

    private readonly ServeOptions _options;
    private readonly VideoSummarizer _summarizer;
    private readonly RunStore _runs;
    private readonly RequestStore _requests;
    private readonly Action<RunId> _changed;
    private readonly SemaphoreSlim _turns;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<RunId, ActiveRun> _active = new();
    private readonly ConcurrentDictionary<RunId, RunSnapshot> _failed = new();

    /// <param name="changed">Told of each run whose state has changed, from any thread.</param>
    public RunQueue(ServeOptions options, VideoSummarizer summarizer, RunStore runs, Action<RunId> changed)
    {
        (_options, _summarizer, _runs, _changed) = (options, summarizer, runs, changed);
        _requests = new RequestStore(Path.Combine(options.Folder, "queue"), options.Logger);
        _turns = new SemaphoreSlim(options.Host.VideosAtOnce);
    }

    /// <summary>Each once: one that failed and is asked for again is among both for a moment.</summary>
    public IEnumerable<RunSnapshot> All =>
        _active.Values.Select(run => run.Snapshot()).Concat(_failed.Values).DistinctBy(run => run.Id);

    public RunSnapshot? Find(RunId id) =>
        _active.TryGetValue(id, out var run) ? run.Snapshot() : _failed.GetValueOrDefault(id);

    /// <summary>Goes on with what an earlier process left unfinished.</summary>
    public async Task GoOnAsync(CancellationToken cancellationToken)
    {
        var left = _requests.All();
        foreach (var (id, request) in left)
            try
            {
                await GoOnAsync(id, request, cancellationToken);
            }
            catch (YttlException e)
            {
                Log.RequestLeftOut(_options.Logger, id.Value, e.Message);
            }

        if (left.Count > 0)
            Log.GoingOn(_options.Logger, left.Count);
    }

    /// <summary>With another model, it is another run.</summary>
    private async Task GoOnAsync(RunId id, QueuedRequest request, CancellationToken cancellationToken)
    {
        var source = Source.Parse(request.Source);
        var isList = source.IsList(request.Options.Playlist);
        var now = RunIds.From(await _summarizer.InputAsync(source, request.Options, cancellationToken), isList);
        Add(now, request, isList);
        if (now != id)
            _requests.Delete(id);
    }

    /// <returns>False where it is queued or runs already.</returns>
    /// <exception cref="YttlException"><c>run.write</c>: it cannot be stored, and is not begun.</exception>
    public bool Add(RunId id, QueuedRequest request, bool isList)
    {
        var run = new ActiveRun(id, request, isList, _end.Token);
        if (!_active.TryAdd(id, run))
            return false;

        try
        {
            _requests.Write(id, request);
        }
        catch
        {
            _active.TryRemove(id, out _);
            throw;
        }

        _failed.TryRemove(id, out _);
        run.Ended = Task.Run(() => RunAsync(run), CancellationToken.None);
        _changed(id);
        return true;
    }

    /// <summary>Stops a run and waits until it is over.</summary>
    /// <returns>False where it is not one of this server.</returns>
    public async Task<bool> StopAsync(RunId id)
    {
        if (!_active.TryGetValue(id, out var run))
            return false;
        await run.StopAsync();
        await run.Ended;
        return true;
    }

    public void Forget(RunId id) => _failed.TryRemove(id, out _);

    /// <summary>Stops all runs; they go on at the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_active.Values.Select(run => run.Ended));
        foreach (var run in _active.Values)
            await run.DisposeAsync();
        _turns.Dispose();
        _end.Dispose();
    }

    private async Task RunAsync(ActiveRun run)
    {
        try
        {
            await TakeTurnAsync(run);
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // It is still among the requests, and goes on at the next start.
            return;
        }
        catch (Exception e)
        {
            Log.RunBroke(_options.Logger, run.Id.Value, e);
            Fail(run, VideoResult.Failed(run.Id, run.Request.Source, FailureOf(e)));
        }

        _requests.Delete(run.Id);
        _active.TryRemove(run.Id, out _);
        _changed(run.Id);
        await run.DisposeAsync();
    }

    private async Task TakeTurnAsync(ActiveRun run)
    {
        try
        {
            await _turns.WaitAsync(run.Token);
            try
            {
                await WorkAsync(run);
            }
            finally
            {
                _turns.Release();
            }
        }
        catch (OperationCanceledException) when (run.IsStopped)
        {
            if (!_runs.Exists(run.Id))
                await RecordStopAsync(run);
        }
    }

    private async Task WorkAsync(ActiveRun run)
    {
        run.Begin(_options.Time.GetUtcNow());
        _changed(run.Id);
        while (true)
            try
            {
                var results = await _summarizer.SummarizeAsync(
                    run.Request.Source, run.Request.Options, new Listener(news => Take(run, news)), run.Token);
                if (!_runs.Exists(run.Id))
                    Fail(run, results[0]);
                return;
            }
            catch (YttlException e) when (e.Failure.Code is "run.locked")
            {
                // Another process works on it. Once that is over, this finds all that it did.
                await Task.Delay(Pause, _options.Time, run.Token);
            }
    }

    private void Take(ActiveRun run, RunUpdate news)
    {
        if (news.Progress is { } progress && news.Run == run.Id && run.Take(progress, _options.Time.GetUtcNow()))
            _changed(run.Id);
    }

    /// <summary>A run that failed before it began has no record (<see cref="VideoSummarizer"/>); one that has keeps its own.</summary>
    private void Fail(ActiveRun run, VideoResult result)
    {
        if (_runs.Exists(run.Id))
            return;
        if (_failed.Count >= MostFailures)
            _failed.Clear();
        _failed[run.Id] = run.Ending(result, _options.Time.GetUtcNow());
    }

    /// <summary>One that was stopped before its turn is shown as such, and can be resumed.</summary>
    private async Task RecordStopAsync(ActiveRun run)
    {
        await _runs.StartAsync(
            run.Id, run.Request.Source, _summarizer.RequestOf(run.Request.Options), CancellationToken.None);
        await _runs.TerminateAsync(run.Id, CancellationToken.None);
    }

    private static Failure FailureOf(Exception e) => (e as YttlException)?.Failure
        ?? new Failure(FailureCategory.Processing, "run.failed", $"the run broke off: {FileReason.FormatWithPath(e)}");

    private sealed class Listener(Action<RunUpdate> take) : IProgress<RunUpdate>
    {
        public void Report(RunUpdate value) => take(value);
    }
}
