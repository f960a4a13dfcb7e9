using Yttl.Core.Audio;

namespace Yttl.Core.Chunking;

/// <summary>Cuts a track into the chunks that are transcribed at once. Pure: alike arguments give the same plan.</summary>
public static class ChunkPlanner
{
    /// <returns>
    /// A plan that <see cref="ChunkPlanValidation"/> has nothing to say of, unless the recogniser's limits leave room
    /// for none: equal lengths stand in then, and <see cref="ChunkPlan.FallbackReason"/> says why.
    /// </returns>
    public static ChunkPlan Plan(
        AudioTrack track, ChunkOptions options, RecognizerProfile recognizer, ChunkCapacity capacity) =>
        Plan(track, options, recognizer, capacity, static (strategy, cuts) =>
            strategy == ChunkStrategy.Adaptive ? cuts.Fastest() : cuts.Fewest());

    /// <param name="choose">The points to cut at; null where there are none. What breaks a promise is not taken.</param>
    internal static ChunkPlan Plan(
        AudioTrack track,
        ChunkOptions options,
        RecognizerProfile recognizer,
        ChunkCapacity capacity,
        Func<ChunkStrategy, AdaptiveCuts, IReadOnlyList<CutPoint>?> choose)
    {
        var limits = ChunkLimits.Of(recognizer, capacity);
        var timeline = new TrackTimeline(track);
        var cost = CostModel.Of(recognizer, capacity);
        if (timeline.Speech == 0)
            return ChunkPlanAssembly.Plan(options.Strategy, [], timeline, cost, limits);
        if (limits.MaxHeard < ChunkLimits.LeastUseful)
            return FixedInstead($"No chunk of use fits within {limits.Reason}.", limits with { MaxHeard = long.MaxValue / 4 });
        if (options.Strategy == ChunkStrategy.Fixed)
            return Fixed(limits);

        if (choose(options.Strategy, new AdaptiveCuts(timeline, cost, limits.MaxHeard)) is not { } way)
            return FixedInstead($"No cuts were found that keep every chunk within {limits.Reason}.", limits);
        var plan = ChunkPlanAssembly.Plan(options.Strategy, way, timeline, cost, limits);
        return ChunkPlanValidation.Problems(plan, track, recognizer, capacity) is [var problem, ..]
            ? FixedInstead($"The plan was not valid: {problem}.", limits)
            : plan;

        ChunkPlan FixedInstead(string reason, ChunkLimits kept) => Fixed(kept) with { FallbackReason = reason };

        ChunkPlan Fixed(ChunkLimits kept)
        {
            var length = Math.Max(ChunkLimits.LeastUseful, TrackTimeline.Milliseconds(options.FixedLength));
            var cutAt = FixedCuts.Of(timeline, length, kept.MaxHeard);
            return ChunkPlanAssembly.Plan(ChunkStrategy.Fixed, cutAt, timeline, cost, limits);
        }
    }
}
