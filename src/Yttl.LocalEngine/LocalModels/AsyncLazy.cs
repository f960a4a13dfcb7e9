namespace Yttl.LocalEngine.LocalModels;

/// <summary>Opens a value on first use, once. After a failure the next use tries again.</summary>
internal sealed class AsyncLazy<T>(Func<CancellationToken, Task<T>> open) : IDisposable
    where T : class
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>Null until the first use.</summary>
    public T? Value { get; private set; }

    public async Task<T> GetAsync(CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            return Value ??= await open(cancellationToken);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();
}
