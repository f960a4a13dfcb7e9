namespace Yttl.Core.Providers.Limits;

/// <summary>
/// Stores a limiter's window soon after it changes by more than a tenth, and at the end, so that the process after a
/// killed one continues from it. It checks on its own timer, so that no call waits for a disk.
/// </summary>
internal sealed class WindowKeeper : IDisposable
{
    /// <summary>The most time whose changes a killed process loses.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private const double Material = 0.1;

    private readonly Lock _lock = new();
    private readonly Func<int> _window;
    private readonly Action<int> _keep;
    private readonly ITimer _timer;
    private int _kept;
    private bool _isOver;

    /// <param name="window">Returns the window. Its first value counts as stored.</param>
    /// <param name="keep">Stores the window. Never throws.</param>
    public WindowKeeper(Func<int> window, Action<int> keep, TimeProvider time)
    {
        (_window, _keep, _kept) = (window, keep, window());
        _timer = time.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        LookLater();
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isOver = true;
            _timer.Dispose();
            KeepIfOffBy(0);
        }
    }

    private void Look()
    {
        lock (_lock)
        {
            if (_isOver)
                return;
            KeepIfOffBy(_kept * Material);
            LookLater();
        }
    }

    // One at a time, however slow the disk is.
    private void LookLater() => _timer.Change(Pause, Timeout.InfiniteTimeSpan);

    private void KeepIfOffBy(double margin)
    {
        if (_window() is var window && Math.Abs(window - _kept) > margin)
            _keep(_kept = window);
    }
}
