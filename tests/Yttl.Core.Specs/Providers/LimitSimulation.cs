using Yttl.Core.Providers.Limits;

namespace Yttl.Core.Specs.Providers;

/// <summary>What a provider's limit lets through.</summary>
/// <param name="PerSecond">Answers a second between the first quarter and nine tenths of them: after the warm-up.</param>
/// <param name="Rejected">The share of attempts that were answered 429.</param>
internal sealed record LimitFigures(double PerSecond, double Rejected);

/// <summary>
/// A provider with a limit and an endless line of calls to it, in time that is counted and not waited for: no processor,
/// network or scheduler takes part. A call takes 200 ms, a tenth more or less; a 429 comes after 5 ms and is waited out
/// as <c>CallRetry</c> does.
/// </summary>
internal sealed class LimitSimulation(CongestionWindow window, int seed)
{
    public const double Latency = 0.2;

    private const double RejectedAfter = 0.005;

    private readonly Random _random = new(seed);
    private readonly PriorityQueue<Event, (double Time, int Number)> _events = new();
    private readonly Queue<int> _returned = new();
    private readonly List<double> _answered = [];
    private int _number;
    private int _inFlight;
    private int _running;
    private int _attempts;
    private int _rejected;
    private double _now;

    /// <summary>No more than <paramref name="cap"/> calls at once.</summary>
    public LimitFigures AtOnce(int cap, int calls) => Run(() => _running < cap, leastWait: 0, calls);

    /// <summary>A bucket of <paramref name="depth"/> that fills by so many a second; a 429 asks for a second.</summary>
    public LimitFigures Bucket(double rate, int depth, int calls)
    {
        var (tokens, filled) = ((double)depth, 0.0);
        return Run(
            () =>
            {
                tokens = Math.Min(depth, tokens + rate * (_now - filled));
                filled = _now;
                if (tokens < 1)
                    return false;
                tokens--;
                return true;
            },
            leastWait: 1,
            calls);
    }

    private LimitFigures Run(Func<bool> admits, double leastWait, int calls)
    {
        var left = calls;
        Admit();
        while (_events.TryDequeue(out var next, out var at))
        {
            _now = at.Time;
            End(next, leastWait);
            Admit();
        }

        var (from, to) = (_answered.Count / 4, _answered.Count * 9 / 10);
        return new((to - from) / (_answered[to] - _answered[from]), (double)_rejected / _attempts);

        void Admit()
        {
            while (_inFlight < window.Size && (_returned.Count > 0 || left-- > 0))
                Start(_returned.TryDequeue(out var rejections) ? rejections : 0, admits());
        }
    }

    private void Start(int rejections, bool admitted)
    {
        var wasFull = ++_inFlight >= window.Size;
        window.Started(_inFlight);
        _attempts++;
        _running += admitted ? 1 : 0;
        _rejected += admitted ? 0 : 1;
        After(
            admitted ? Latency * (0.9 + 0.2 * _random.NextDouble()) : RejectedAfter,
            new Event(admitted ? Kind.Answered : Kind.Rejected, window.Round, wasFull, rejections));
    }

    private void End(Event ended, double leastWait)
    {
        if (ended.Kind == Kind.Returned)
        {
            _returned.Enqueue(ended.Rejections);
            return;
        }

        _inFlight--;
        if (ended.Kind == Kind.Answered)
        {
            _running--;
            _answered.Add(_now);
            window.Succeeded(ended.Round, ended.WasFull);
            return;
        }

        window.Rejected(ended.Round, _inFlight);
        var wait = Math.Min(30, Math.Pow(2, ended.Rejections)) * (0.5 + _random.NextDouble() / 2);
        After(Math.Max(leastWait, wait), ended with { Kind = Kind.Returned, Rejections = ended.Rejections + 1 });
    }

    private void After(double wait, Event next) => _events.Enqueue(next, (_now + wait, _number++));

    private enum Kind
    {
        Answered,
        Rejected,
        Returned,
    }

    private readonly record struct Event(Kind Kind, int Round, bool WasFull, int Rejections);
}
