using System.Globalization;

namespace Yttl.Core.Chunking;

/// <summary>Describes what limits a plan's makespan, one phrase for people.</summary>
internal static class LimitingFactor
{
    /// <summary>Share of a limit above which a chunk counts as limited by it.</summary>
    private const double Near = 0.9;

    public static string Format(IReadOnlyList<Chunk> chunks, int workers, ChunkLimits limits)
    {
        if (chunks is [])
            return "no speech";
        var longest = chunks.Max(chunk => chunk.AudioEnd - chunk.AudioStart);
        if (chunks.Count > workers && TrackTimeline.Milliseconds(longest) >= Near * limits.MaxAudio)
            return limits.Reason;
        if (chunks.Count < workers)
            return chunks.Count == 1 ? "one call" : string.Create(CultureInfo.InvariantCulture, $"{chunks.Count} calls");
        return workers == 1 ? "1 worker" : string.Create(CultureInfo.InvariantCulture, $"{workers} workers");
    }
}
