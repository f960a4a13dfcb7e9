namespace Yttl.Core.Chunking;

/// <summary>The properties of a recogniser that a plan depends on.</summary>
/// <param name="MaxBytes">Maximum size of one upload in bytes, as encoded.</param>
/// <param name="MaxLength">Maximum length of one upload.</param>
/// <param name="BytesPerSecond">Maximum bytes per second of an upload, as encoded.</param>
/// <param name="CallOverhead">Fixed cost of a call: connection, upload, queue.</param>
/// <param name="WindowCost">Cost of each started window, relative to <paramref name="CallOverhead"/>.</param>
/// <param name="MemoryPerSecond">
/// Bytes that a worker needs for each second of a chunk, in addition to its model.
/// </param>
public sealed record RecognizerProfile(
    long MaxBytes,
    TimeSpan MaxLength,
    double BytesPerSecond,
    TimeSpan CallOverhead,
    TimeSpan WindowCost,
    long MemoryPerSecond)
{
    /// <summary>
    /// Whisper processes windows of 30 seconds and pads shorter audio: https://arxiv.org/abs/2212.04356
    /// </summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(30);
}
