namespace Yttl.TestKit;

/// <summary>Waits for what has to come.</summary>
public static class Eventually
{
    /// <summary>
    /// What a spec waits for takes about a second on a quiet machine. This leaves it three hundred, so that only what
    /// never comes is given up, and not what a busy machine delays.
    /// </summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);

    /// <exception cref="OperationCanceledException">It did not hold within <see cref="Timeout"/>.</exception>
    public static async Task HoldsAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(Timeout);
        while (!condition())
            await Task.Delay(10, limit.Token);
    }
}
