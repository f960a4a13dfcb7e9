namespace Yttl.Core.Providers.Limits;

/// <summary>
/// Queues waiting calls fairly: videos take turns, and the calls of a video keep their order. Not safe for concurrent
/// use.
/// </summary>
internal sealed class FairQueue<T>
{
    private readonly Queue<string> _turns = new();
    private readonly Dictionary<string, PriorityQueue<T, long>> _waiting = new(StringComparer.Ordinal);

    public void Add(Ticket turn, T waiter)
    {
        if (!_waiting.TryGetValue(turn.Video, out var line))
        {
            _waiting.Add(turn.Video, line = new());
            _turns.Enqueue(turn.Video);
        }

        line.Enqueue(waiter, turn.Number);
    }

    public bool TryTake(out T waiter)
    {
        if (!_turns.TryDequeue(out var video))
        {
            waiter = default!;
            return false;
        }

        var line = _waiting[video];
        waiter = line.Dequeue();
        if (line.Count > 0)
            _turns.Enqueue(video);
        else
            _waiting.Remove(video);
        return true;
    }
}
