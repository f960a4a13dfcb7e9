namespace Yttl.Whisper.Running;

/// <summary>
/// The queue of recordings. Up to <c>processors</c> are transcribed and up to <c>waiting</c> wait, first come, first
/// served; more are rejected.
/// </summary>
internal sealed class WaitingLine(int processors, int waiting, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim _free = new(processors);
    private readonly Lock _lock = new();
    private int _here;
    private TimeSpan _usual = TimeSpan.FromSeconds(5);

    public int Processors => processors;

    public int AtWork => processors - _free.CurrentCount;

    public int Waiting => Math.Max(0, Volatile.Read(ref _here) - AtWork);

    /// <returns>Null where the queue is full.</returns>
    public Place? TryEnter()
    {
        lock (_lock)
        {
            if (_here >= processors + waiting)
                return null;
            _here++;
            return new Place(this);
        }
    }

    /// <summary>Expected time until a place is free, from the duration of recent recordings; 1 s to 2 min.</summary>
    public TimeSpan RetryAfter()
    {
        lock (_lock)
        {
            var wait = _usual * (1 + (Waiting / processors));
            return wait < Shortest ? Shortest : wait > Longest ? Longest : wait;
        }
    }

    /// <summary>Waits until no recording is being transcribed, and starts no more.</summary>
    public async Task EmptyAsync()
    {
        for (var i = 0; i < processors; i++)
            await _free.WaitAsync();
    }

    public void Dispose() => _free.Dispose();

    private void Leave(TimeSpan? worked)
    {
        lock (_lock)
        {
            _here--;
            if (worked is { } duration)
                _usual = (_usual + duration) / 2;
        }
    }

    /// <summary>The place of one recording, from admission to response; disposing it frees the place.</summary>
    internal sealed class Place(WaitingLine line) : IDisposable
    {
        private long? _began;
        private bool _left;

        public async Task WaitForTurnAsync(CancellationToken cancellationToken)
        {
            await line._free.WaitAsync(cancellationToken);
            _began = line.Time.GetTimestamp();
        }

        public void Dispose()
        {
            if (_left)
                return;
            _left = true;
            if (_began is not null)
                line._free.Release();
            line.Leave(_began is { } began ? line.Time.GetElapsedTime(began) : null);
        }
    }

    private TimeProvider Time => time;
}
