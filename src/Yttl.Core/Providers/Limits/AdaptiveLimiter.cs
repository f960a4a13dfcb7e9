namespace Yttl.Core.Providers.Limits;

/// <summary>
/// Limits the calls that run at once, to the number that the provider accepts, which it finds automatically, or to a
/// fixed one. One per provider and process; videos take turns.
/// </summary>
/// <remarks>
/// A provider rejects a call within a network round trip, and answers an accepted one after seconds. So while the
/// window opens, calls that are not rejected for a moment widen it like answers.
/// </remarks>
internal sealed class AdaptiveLimiter : IDisposable
{
    /// <summary>
    /// Long for a rejection, which takes one network round trip and no work; short against an answer.
    /// </summary>
    public static readonly TimeSpan RejectedBy = TimeSpan.FromMilliseconds(400);

    private readonly Lock _lock = new();
    private readonly FairQueue<Waiter> _queue = new();
    private readonly CongestionWindow? _window;
    private readonly int _fixed;
    private readonly ITimer _reset;
    private readonly ITimer _unrejected;
    private long _turns;
    private int _inFlight;
    private int _waiting;
    private int? _allowed;

    private AdaptiveLimiter(CongestionWindow? window, int size, TimeProvider time)
    {
        (_window, _fixed) = (window, size);
        _reset = time.CreateTimer(_ => Refill(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _unrejected = time.CreateTimer(_ => Widen(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The size to open with in the next process.</summary>
    public int LastGood
    {
        get
        {
            lock (_lock)
                return _window?.LastGood ?? _fixed;
        }
    }

    /// <summary>The number of calls that may run at once now.</summary>
    public int Size
    {
        get
        {
            lock (_lock)
                return Math.Min(_window?.Size ?? _fixed, Math.Max(_allowed ?? int.MaxValue, 0));
        }
    }

    public CallLoad Load
    {
        get
        {
            lock (_lock)
                return new CallLoad(_inFlight, _waiting);
        }
    }

    /// <param name="size">At least 1. The provider's headers do not change it.</param>
    public static AdaptiveLimiter Exactly(int size, TimeProvider time) => new(null, size, time);

    /// <param name="opening">At least 1.</param>
    /// <param name="ceiling">The most calls at once, at least 1.</param>
    public static AdaptiveLimiter Finding(int opening, int ceiling, TimeProvider time) =>
        new(new CongestionWindow(opening, ceiling), ceiling, time);

    public Ticket NextTurn(string video) => new(video, Interlocked.Increment(ref _turns));

    /// <summary>Waits for the call's turn. The call holds the slot until the slot is disposed.</summary>
    /// <exception cref="OperationCanceledException">Cancelled during the wait.</exception>
    public async Task<LimiterPlace> EnterAsync(Ticket turn, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(cancellationToken);
        lock (_lock)
        {
            _queue.Add(turn, waiter);
            _waiting++;
            Admit();
        }

        using (cancellationToken.UnsafeRegister(_ => GiveUp(waiter), null))
            return await waiter.Place ?? throw new OperationCanceledException(cancellationToken);
    }

    /// <summary>Applies the provider's allowance: until its reset at most that many calls are in flight.</summary>
    public void Observe(Allowance allowance)
    {
        if (_window is null)
            return;
        lock (_lock)
        {
            _allowed = allowance.Remaining;
            _reset.Change(allowance.Reset, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        _reset.Dispose();
        _unrejected.Dispose();
    }

    internal void Leave(LimiterPlace place)
    {
        lock (_lock)
        {
            _inFlight--;
            if (place.End == CallEnd.Good)
                _window?.Succeeded(place.Round, place.WasFull);
            else if (place.End == CallEnd.Rejected)
                _window?.Rejected(place.Round, _inFlight);
            Admit();
        }
    }

    /// <summary>A waiter that was cancelled stays in the queue until its turn, and is counted no more.</summary>
    private void GiveUp(Waiter waiter)
    {
        if (!waiter.Give(null))
            return;
        lock (_lock)
            _waiting--;
    }

    private void Refill()
    {
        lock (_lock)
        {
            _allowed = null;
            Admit();
        }
    }

    private void Widen()
    {
        lock (_lock)
        {
            _window?.TookAll(_inFlight);
            Admit();
        }
    }

    private void Admit()
    {
        var before = _inFlight;
        while (_inFlight < Math.Min(_window?.Size ?? _fixed, _allowed ?? int.MaxValue) && _queue.TryTake(out var waiter))
        {
            if (waiter.Give(new LimiterPlace(this, _window?.Round ?? 0, _inFlight + 1 >= (_window?.Size ?? _fixed))))
            {
                _waiting--;
                _inFlight++;
                _window?.Started(_inFlight);
            }
        }

        if (_inFlight > before && _window is { IsOpening: true })
            _unrejected.Change(RejectedBy, Timeout.InfiniteTimeSpan);
    }

    private sealed class Waiter(CancellationToken cancellationToken)
    {
        private readonly TaskCompletionSource<LimiterPlace?> _place = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<LimiterPlace?> Place => _place.Task;

        /// <returns>Whether the caller still waits for it.</returns>
        public bool Give(LimiterPlace? place) =>
            (place is null || !cancellationToken.IsCancellationRequested) && _place.TrySetResult(place);
    }
}
