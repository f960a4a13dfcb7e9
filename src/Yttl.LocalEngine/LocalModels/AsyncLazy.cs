namespace Yttl.LocalEngine.LocalModels;

/// <summary>Something that is opened when first it is needed, once. What fails is tried again by the next who needs it.</summary>
internal sealed class AsyncLazy<T>(Func<CancellationToken, Task<T>> open) : IDisposable
    where T : class
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>Null until it was needed.</summary>
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
