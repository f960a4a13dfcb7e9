namespace Yttl.Core.Providers.Limits;

/// <summary>Estimates how many concurrent calls a provider accepts, by arithmetic without a clock or a lock.</summary>
/// <remarks>
/// The window doubles per round trip, and with accepted calls that fill it, until the first rejection. Then it halves
/// with each rejection and grows by one. As TCP's CUBIC (https://www.rfc-editor.org/rfc/rfc9438) it keeps the size of
/// the rejection: it returns soon to just below, stays there, and probes one higher after 20 round trips. A rejection
/// within a round trip of a probe only means that the probe was too high: it undoes the probe, and does not halve the
/// window. Calls that started before a cut neither cut nor grow the window: one cut per round trip.
/// </remarks>
internal sealed class CongestionWindow
{
    public const int Opening = 5;

    private const int LeastCallsBetweenProbes = 60;
    private const int RoundTripsBetweenProbes = 20;
    private const int RoundTripsOfTrust = 4;
    private const double StepBack = 0.7;

    private readonly int _ceiling;
    private double _size;
    private double _floor = double.PositiveInfinity;
    private int _successes;
    private int _successesBetweenProbes;
    private int _peak;
    private bool _isProbe;

    /// <param name="opening">At least 1; limited to <paramref name="ceiling"/>.</param>
    public CongestionWindow(int opening, int ceiling)
    {
        _ceiling = ceiling;
        Plateau = ceiling;
        _size = Math.Clamp(opening, 1, ceiling);
    }

    /// <summary>From 1 to the ceiling.</summary>
    public int Size => (int)_size;

    /// <summary>The number of cuts so far. A call belongs to the round in which it started.</summary>
    public int Round { get; private set; }

    /// <summary>The size to open with in the next process.</summary>
    public int LastGood => Math.Max(1, Math.Min((int)Plateau, IsOpening ? Size : int.MaxValue));

    /// <summary>Whether no call was rejected yet.</summary>
    public bool IsOpening => Round == 0;

    private double Plateau { get; set; }

    public void Started(int inFlight) => _peak = Math.Max(_peak, inFlight);

    /// <param name="round">The round of the call.</param>
    /// <param name="wasFull">Whether the call took the last slot.</param>
    public void Succeeded(int round, bool wasFull)
    {
        if (round != Round)
            return;
        _successes++;
        if (IsOpening)
            Grow(_size < 2 * _peak ? 1 : 0, _ceiling);
        else if (_size < _floor)
            Grow(1, Math.Min(_floor, Plateau));
        else if (_size < Plateau)
            Grow(wasFull ? 1 / _size : 0, Plateau);
        else if (wasFull && _successes >= _successesBetweenProbes && Plateau < _ceiling)
            Probe();
    }

    /// <summary>Grows the window after all calls in flight were accepted, although none is answered yet.</summary>
    public void TookAll(int inFlight)
    {
        if (IsOpening && inFlight >= Size)
            Grow(_size, _ceiling);
    }

    /// <param name="round">The round of the call.</param>
    /// <param name="inFlight">The other calls in flight: the most that were accepted.</param>
    public void Rejected(int round, int inFlight)
    {
        var isOpening = IsOpening;
        var taken = Math.Clamp(inFlight, 1, _ceiling);
        if (round != Round)
        {
            Plateau = Math.Min(Plateau, Math.Max(taken, Size));
            _floor = Math.Min(_floor, Plateau);
            return;
        }

        Round++;
        if (_isProbe && _successes < Size)
        {
            TakeBackProbe();
            return;
        }

        var isSurprise = isOpening || _successes >= RoundTripsOfTrust * Size;
        Plateau = Math.Min(taken, Size);
        // Rejected again at once: the limit is of another kind, or lower. Goes back further, and grows in small steps.
        _floor = isSurprise ? Plateau : Math.Max(1, Math.Min(_floor, Plateau) * StepBack);
        _size = Math.Max(1, Math.Floor(_size / 2));
        _successes = 0;
        _successesBetweenProbes = CallsBetweenProbes();
        _isProbe = false;
    }

    private void Grow(double by, double most) => _size = Math.Max(_size, Math.Min(_size + by, most));

    private int CallsBetweenProbes() => Math.Max(LeastCallsBetweenProbes, (int)Plateau * RoundTripsBetweenProbes);

    private void TakeBackProbe()
    {
        Plateau--;
        (_size, _floor) = (Plateau, Plateau);
        _successes = 0;
        _successesBetweenProbes = CallsBetweenProbes();
        _isProbe = false;
    }

    private void Probe()
    {
        _isProbe = true;
        Plateau++;
        _size = Plateau;
        _successes = 0;
        // Probes are more frequent while they succeed.
        _successesBetweenProbes = Math.Max((int)Plateau * 2, _successesBetweenProbes / 2);
    }
}
