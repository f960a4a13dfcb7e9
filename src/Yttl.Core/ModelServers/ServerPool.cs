using Yttl.Core.Failures;
using Yttl.Core.Hardware;
using Yttl.Core.Providers;

namespace Yttl.Core.ModelServers;

/// <summary>
/// Supervises the processes of one model server program: starts one when a call waits and no place is free, monitors
/// them, replaces those that die, and stops those that are idle or use too much memory.
/// </summary>
public sealed class ServerPool : IServerPool
{
    // The connections of a dying process break a moment before it exits.
    private static readonly TimeSpan DeathThroes = TimeSpan.FromSeconds(5);

    private readonly ServerProgram _program;
    private readonly ServerPoolSettings _settings;
    private readonly TimeProvider _time;
    private readonly ServerMemory _memory;
    private readonly ServerStarter _starter;
    private readonly CancellationTokenSource _disposing = new();

    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource<IServerLease>> _waiting = [];
    private readonly List<ServerSlot> _servers = [];
    private int _maxServers;
    private int _deathsInARow;
    private bool _isWatching;

    public ServerPool(ServerProgram program, ServerPoolSettings settings)
        : this(
            program,
            settings,
            TimeProvider.System,
            process => ProcessTree.ResidentBytes(process),
            () => FreeMemory.Read(),
            ServerStarter.FreePort)
    {
    }

    /// <param name="residentBytes">
    /// Returns the resident memory of a process and all its children; 0 where it has ended.
    /// </param>
    /// <param name="freeBytes">Returns the memory that this process and its children may still use.</param>
    internal ServerPool(
        ServerProgram program,
        ServerPoolSettings settings,
        TimeProvider time,
        Func<int, long> residentBytes,
        Func<long> freeBytes,
        Func<int> freePort)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.MaxServers, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(program.Places, 1);
        (_program, _settings, _time) = (program, settings, time);
        _memory = new ServerMemory(program, settings, residentBytes, freeBytes);
        _starter = new ServerStarter(program, freePort, time);
        _maxServers = settings.MaxServers;
    }

    /// <summary>Current maximum number of servers; lower than the configured one after memory ran short.</summary>
    public int MaxServers
    {
        get
        {
            lock (_lock)
                return _maxServers;
        }
    }

    public async Task<IServerLease> LeaseAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var place = new TaskCompletionSource<IServerLease>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposing.IsCancellationRequested, this);
            if (CallingRun.Current?.IsNewTo(this) is true)
                _deathsInARow = 0;
            _waiting.AddLast(place);
            Dispatch();
        }

        await using var giveUp = cancellationToken.Register(() =>
        {
            lock (_lock)
                _waiting.Remove(place);
            place.TrySetCanceled(cancellationToken);
        });
        return await place.Task;
    }

    /// <summary>Stops every server and returns when all have exited; waiting calls get an exception.</summary>
    public async ValueTask DisposeAsync()
    {
        List<ServerSlot> left;
        lock (_lock)
        {
            if (_disposing.IsCancellationRequested)
                return;
            _disposing.Cancel();
            FailWaiting(new ObjectDisposedException(nameof(ServerPool)));
            left = [.. _servers];
            foreach (var slot in left)
                slot.Stop(reason: null);
        }

        await Task.WhenAll(left.Select(slot => slot.Ended));
        _starter.Dispose();
        _disposing.Dispose();
    }

    /// <summary>Gives free places to waiting calls in order, and starts servers for the rest.</summary>
    private void Dispatch()
    {
        while (_waiting.First is { } first
            && _servers.Find(slot => slot.IsOpen && slot.InUse < _program.Places) is { } slot)
        {
            _waiting.RemoveFirst();
            slot.InUse++;
            first.Value.TrySetResult(new Lease(this, slot));
        }

        while (_waiting.Count > _servers.Count(slot => slot.Running is null) * _program.Places && MayStart())
            Start();
    }

    private bool MayStart() =>
        !_disposing.IsCancellationRequested
        && _servers.Count < _maxServers
        && (_servers.Count == 0 || _memory.HasRoomForAnother(_servers));

    private void Start()
    {
        var slot = new ServerSlot();
        _servers.Add(slot);
        _ = Task.Run(() => RunAsync(slot));
        if (_isWatching)
            return;
        _isWatching = true;
        _ = WatchAsync();
    }

    /// <summary>Runs one server until it ends. Never throws.</summary>
    private async Task RunAsync(ServerSlot slot)
    {
        YttlException? failure;
        try
        {
            await using var running = await _starter.StartAsync(slot.Stopping);
            Open(slot, running);
            var exitCode = await running.Process.Exited.WaitAsync(slot.Stopping);
            failure = Died(mayRepeat => ServerFailures.Crashed(
                _program, exitCode, running.Process.ErrorTail, mayRepeat));
        }
        catch (OperationCanceledException)
        {
            failure = slot.StopReason;
        }
        catch (YttlException e)
        {
            failure = e;
        }
        catch (Exception e)
        {
            failure = new YttlException(
                FailureCategory.Processing, "server.start", $"{_program.Tool} cannot be run: {FileReason.FormatWithPath(e)}", inner: e);
        }

        Close(slot, failure);
    }

    private void Open(ServerSlot slot, RunningServer running)
    {
        lock (_lock)
        {
            slot.Running = running;
            slot.IdleSince = _time.GetUtcNow();
            Dispatch();
        }
    }

    private YttlException Died(Func<bool, YttlException> word)
    {
        lock (_lock)
            return word(++_deathsInARow < _settings.MostDeathsInARow);
    }

    private void Close(ServerSlot slot, YttlException? failure)
    {
        lock (_lock)
        {
            _servers.Remove(slot);
            var neverRan = slot.Running is null && failure is not null;
            var othersRun = _servers.Exists(other => other.IsOpen);
            if (neverRan && !othersRun)
                FailWaiting(failure!);
            // A failed start does not fail the waiting calls while other servers run.
            if ((neverRan && othersRun) || failure?.Failure.Category == FailureCategory.Memory)
                _maxServers = Math.Max(1, Math.Min(_maxServers - 1, _servers.Count));
            slot.End(failure);
            slot.Dispose();
            Dispatch();
        }
    }

    private void FailWaiting(Exception failure)
    {
        foreach (var place in _waiting)
            place.TrySetException(failure);
        _waiting.Clear();
    }

    /// <summary>Monitors the servers for as long as there are any.</summary>
    private async Task WatchAsync()
    {
        while (true)
        {
            await Task.Delay(_settings.WatchInterval, _time, CancellationToken.None);
            lock (_lock)
            {
                if (_servers.Count == 0)
                {
                    _isWatching = false;
                    return;
                }

                StopIdle();
                _memory.StopLargest(_servers);
            }
        }
    }

    private void StopIdle()
    {
        foreach (var slot in _servers.Where(slot => slot.IsOpen && slot.InUse == 0))
        {
            if (_time.GetUtcNow() - slot.IdleSince >= _settings.IdleTime)
                slot.Stop(reason: null);
        }
    }

    private void Release(ServerSlot slot)
    {
        lock (_lock)
        {
            slot.InUse--;
            slot.IdleSince = _time.GetUtcNow();
            if (slot.IsOpen && !slot.Running!.Process.Exited.IsCompleted)
                _deathsInARow = 0;
            Dispatch();
        }
    }

    private async Task<YttlException?> ExplainAsync(ServerSlot slot, CancellationToken cancellationToken)
    {
        if (IsOpen(slot) && await _starter.AnswersAsync(slot.Running!, cancellationToken))
            return null;
        try
        {
            return await slot.Ended.WaitAsync(DeathThroes, _time, cancellationToken);
        }
        catch (TimeoutException)
        {
            var hung = Died(mayRepeat => ServerFailures.Hung(_program, mayRepeat));
            lock (_lock)
                slot.Stop(hung);
            return await slot.Ended.WaitAsync(cancellationToken);
        }
    }

    private bool IsOpen(ServerSlot slot)
    {
        lock (_lock)
            return slot.IsOpen && !slot.Ended.IsCompleted;
    }

    private sealed class Lease(ServerPool pool, ServerSlot slot) : IServerLease
    {
        private int _isReturned;

        public Uri BaseUrl { get; } = slot.Running!.BaseUrl;

        public Task<YttlException?> ExplainAsync(CancellationToken cancellationToken) =>
            pool.ExplainAsync(slot, cancellationToken);

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isReturned, 1) == 0)
                pool.Release(slot);
        }
    }
}
