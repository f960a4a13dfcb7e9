using System.Globalization;

namespace Yttl.Core.Chunking;

/// <summary>The maximum length of audio in one call, and the limit that sets it.</summary>
/// <param name="MaxAudio">Maximum length in milliseconds, margins included.</param>
/// <param name="Reason">For people: <c>25 MB an upload</c>.</param>
internal readonly record struct ChunkLimits(long MaxAudio, string Reason)
{
    /// <summary>Minimum useful length, in milliseconds: a single word may be longer than less.</summary>
    public const long LeastUseful = 2_000;

    /// <summary>Bytes of an upload that are not audio: the container's header and the form.</summary>
    private const long Envelope = 4_096;

    public static ChunkLimits From(RecognizerProfile recognizer, ChunkCapacity capacity)
    {
        var limits = new ChunkLimits[]
        {
            new(TrackTimeline.Milliseconds(recognizer.MaxLength),
                string.Create(CultureInfo.InvariantCulture, $"{recognizer.MaxLength.TotalSeconds:0.#} s an upload")),
            new(Quotient(recognizer.MaxBytes - Envelope, recognizer.BytesPerSecond),
                string.Create(CultureInfo.InvariantCulture, $"{recognizer.MaxBytes / 1e6:0.#} MB an upload")),
            new(Quotient(capacity.MemoryPerWorker, recognizer.MemoryPerSecond),
                string.Create(CultureInfo.InvariantCulture, $"{capacity.MemoryPerWorker / 1e6:0.#} MB of memory a worker")),
        };
        return limits.MinBy(limit => limit.MaxAudio);
    }

    private static long Quotient(double bytes, double bytesPerSecond) =>
        bytesPerSecond <= 0 ? long.MaxValue / 4 : (long)Math.Min(long.MaxValue / 4, Math.Max(0, bytes) * 1000 / bytesPerSecond);
}
