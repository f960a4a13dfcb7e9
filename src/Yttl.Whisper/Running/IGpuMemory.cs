namespace Yttl.Whisper.Running;

internal interface IGpuMemory
{
    /// <returns>Bytes free on the first GPU; null where that cannot be found out.</returns>
    Task<long?> FreeAsync(CancellationToken cancellationToken);
}
