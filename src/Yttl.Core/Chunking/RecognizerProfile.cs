namespace Yttl.Core.Chunking;

/// <summary>What a planner has to know of a recogniser. All of it is part of what a plan depends on.</summary>
/// <param name="MaxBytes">The most bytes of one upload, as encoded.</param>
/// <param name="MaxLength">The most seconds of one upload.</param>
/// <param name="BytesPerSecond">Of an upload, as encoded: at most so many.</param>
/// <param name="CallOverhead">What a call costs whatever its length: connection, upload, queue.</param>
/// <param name="WindowCost">What each started window costs; relative to <paramref name="CallOverhead"/>.</param>
/// <param name="MemoryPerSecond">Bytes that a worker needs for each second of a chunk, beside its model.</param>
public sealed record RecognizerProfile(
    long MaxBytes,
    TimeSpan MaxLength,
    double BytesPerSecond,
    TimeSpan CallOverhead,
    TimeSpan WindowCost,
    long MemoryPerSecond)
{
    /// <summary>Whisper hears 30 seconds at a time, and shorter audio is padded to that: https://arxiv.org/abs/2212.04356</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(30);
}
