namespace Yttl.Core.Providers.Limits;

/// <summary>
/// Keeps what a limiter has found, a moment after it changed by more than a tenth and once more at the end: a process
/// that is killed leaves the next one where it was. It looks by a clock of its own, so that no call waits for a disk.
/// </summary>
internal sealed class WindowKeeper : IDisposable
{
    /// <summary>A process that is killed loses no more of what it found.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private const double Material = 0.1;

    private readonly Lock _lock = new();
    private readonly Func<int> _window;
    private readonly Action<int> _keep;
    private readonly ITimer _timer;
    private int _kept;
    private bool _isOver;

    /// <param name="window">What is to be kept; as it is now it is known already.</param>
    /// <param name="keep">Never throws.</param>
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
