namespace Yttl.Core.Chunking;

/// <param name="FixedLength">The length of <see cref="ChunkStrategy.Fixed"/> and of every fallback to it: 10 s to 1 h.</param>
public sealed record ChunkOptions(ChunkStrategy Strategy, TimeSpan FixedLength)
{
    public static readonly ChunkOptions Default = new(ChunkStrategy.Adaptive, TimeSpan.FromMinutes(5));
}

/// <summary>What there is to transcribe with: changes how audio is cut best, never what is heard.</summary>
/// <param name="Workers">Chunks transcribed at once, at least 1.</param>
/// <param name="MemoryPerWorker">Bytes of audio memory that each worker may take.</param>
public sealed record ChunkCapacity(int Workers, long MemoryPerWorker);
