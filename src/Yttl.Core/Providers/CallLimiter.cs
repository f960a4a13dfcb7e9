namespace Yttl.Core.Providers;

/// <summary>
/// Lets at most so many calls run at once, first come, first served. A call holds its place through its short waits.
/// </summary>
internal sealed class CallLimiter(int maxConcurrent) : IDisposable
{
    // SemaphoreSlim releases asynchronous waiters in the order they came.
    private readonly SemaphoreSlim _places = new(maxConcurrent, maxConcurrent);

    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            return await call(cancellationToken);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
