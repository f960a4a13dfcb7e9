using System.Globalization;
using Yttl.Core.Time;

namespace Yttl.Core.Chunking;

/// <summary>Builds a plan from the cut points of a track. Parts without speech are skipped.</summary>
internal static class ChunkPlanAssembly
{
    /// <summary>Share of a limit above which a chunk counts as limited by it.</summary>
    private const double Near = 0.9;

    public static ChunkPlan Plan(
        ChunkStrategy strategy, IReadOnlyList<CutPoint> way, TrackTimeline track, CostModel cost, ChunkLimits limits)
    {
        var chunks = Spoken(way).Select((pair, index) => Chunk(index, pair.From, pair.To, track)).ToList();
        var makespan = new TimeSpan(cost.Makespan(AudioLengths(way, track).Select(cost.Call)));
        return new ChunkPlan(
            strategy,
            chunks,
            Skipped(chunks, track),
            TrackTimeline.Time(track.Duration),
            TrackTimeline.Time(track.Speech),
            cost.Workers,
            TrackTimeline.Time((makespan.Ticks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond),
            BoundOf(chunks, cost.Workers, limits),
            FallbackReason: null);
    }

    /// <summary>Returns the audio length of each call, in milliseconds.</summary>
    public static IEnumerable<long> AudioLengths(IReadOnlyList<CutPoint> way, TrackTimeline track) =>
        Spoken(way).Select(pair => CutPoint.AudioLength(pair.From, pair.To, track.Duration));

    private static IEnumerable<(CutPoint From, CutPoint To)> Spoken(IReadOnlyList<CutPoint> way) =>
        way.Zip(way.Skip(1)).Where(pair => pair.First.SpeechBefore < pair.Second.SpeechBefore);

    private static Chunk Chunk(int index, CutPoint from, CutPoint to, TrackTimeline track) => new(
        index,
        TrackTimeline.Time(from.Start),
        TrackTimeline.Time(to.End),
        TrackTimeline.Time(from.AudioStart),
        TrackTimeline.Time(to.AudioEnd(track.Duration)),
        TrackTimeline.Time(to.SpeechBefore - from.SpeechBefore),
        from.Cut,
        to.Cut);

    private static List<TimeRange> Skipped(List<Chunk> chunks, TrackTimeline track)
    {
        var skipped = new List<TimeRange>();
        var covered = TimeSpan.Zero;
        foreach (var chunk in chunks)
        {
            if (chunk.Start > covered)
                skipped.Add(new TimeRange(covered, chunk.Start));
            covered = chunk.End;
        }

        if (covered < TrackTimeline.Time(track.Duration))
            skipped.Add(new TimeRange(covered, TrackTimeline.Time(track.Duration)));
        return skipped;
    }

    /// <summary>Describes what limits the plan's makespan, one phrase for people.</summary>
    private static string BoundOf(List<Chunk> chunks, int workers, ChunkLimits limits)
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
