namespace Yttl.Whisper.Running;

internal interface IGpuMemory
{
    /// <returns>Free bytes on the first GPU; null where they are unknown.</returns>
    Task<long?> FreeAsync(CancellationToken cancellationToken);
}
