using Yttl.Core.Audio;

namespace Yttl.Core.Chunking;

/// <summary>Cuts a track into chunks for parallel transcription. Pure: equal arguments give the same plan.</summary>
public static class ChunkPlanner
{
    /// <returns>
    /// A plan that passes <see cref="ChunkPlanValidation"/>. Falls back to equal lengths where the recogniser's limits
    /// allow no other plan; <see cref="ChunkPlan.FallbackReason"/> then says why.
    /// </returns>
    public static ChunkPlan Plan(
        AudioTrack track, ChunkOptions options, RecognizerProfile recognizer, ChunkCapacity capacity) =>
        Plan(track, options, recognizer, capacity, static (strategy, cuts) =>
            strategy == ChunkStrategy.Adaptive ? cuts.Fastest() : cuts.Fewest());

    /// <param name="choose">
    /// Chooses the cut points; null where there are none. Invalid choices fall back to equal lengths.
    /// </param>
    internal static ChunkPlan Plan(
        AudioTrack track,
        ChunkOptions options,
        RecognizerProfile recognizer,
        ChunkCapacity capacity,
        Func<ChunkStrategy, AdaptiveCuts, IReadOnlyList<CutPoint>?> choose)
    {
        var limits = ChunkLimits.From(recognizer, capacity);
        var timeline = new TrackTimeline(track);
        var cost = CostModel.From(recognizer, capacity);
        if (timeline.Speech == 0)
            return ChunkPlanAssembly.Plan(options.Strategy, [], timeline, cost, limits);
        if (limits.MaxAudio < ChunkLimits.LeastUseful)
            return FixedInstead($"No useful chunk fits within {limits.Reason}.", limits with { MaxAudio = long.MaxValue / 4 });
        if (options.Strategy == ChunkStrategy.Fixed)
            return Fixed(limits);

        if (choose(options.Strategy, new AdaptiveCuts(timeline, cost, limits.MaxAudio)) is not { } way)
            return FixedInstead($"No cuts were found that keep every chunk within {limits.Reason}.", limits);
        var plan = ChunkPlanAssembly.Plan(options.Strategy, way, timeline, cost, limits);
        return ChunkPlanValidation.Problems(plan, track, recognizer, capacity) is [var problem, ..]
            ? FixedInstead($"The plan was not valid: {problem}.", limits)
            : plan;

        ChunkPlan FixedInstead(string reason, ChunkLimits kept) => Fixed(kept) with { FallbackReason = reason };

        ChunkPlan Fixed(ChunkLimits kept)
        {
            var length = Math.Max(ChunkLimits.LeastUseful, TrackTimeline.Milliseconds(options.FixedLength));
            var cutAt = FixedCuts.Find(timeline, length, kept.MaxAudio);
            return ChunkPlanAssembly.Plan(ChunkStrategy.Fixed, cutAt, timeline, cost, limits);
        }
    }
}
