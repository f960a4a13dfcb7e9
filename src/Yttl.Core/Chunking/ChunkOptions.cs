namespace Yttl.Core.Chunking;

/// <param name="FixedLength">Chunk length of <see cref="ChunkStrategy.Fixed"/> and of every fallback to it.</param>
public sealed record ChunkOptions(ChunkStrategy Strategy, TimeSpan FixedLength)
{
    public static readonly ChunkOptions Default = new(ChunkStrategy.Adaptive, TimeSpan.FromMinutes(5));
}

/// <summary>Available transcription capacity. It changes how audio is cut, never what is transcribed.</summary>
/// <param name="Workers">Number of chunks transcribed in parallel, at least 1.</param>
/// <param name="MemoryPerWorker">Bytes of memory for audio that each worker may use.</param>
public sealed record ChunkCapacity(int Workers, long MemoryPerWorker);
