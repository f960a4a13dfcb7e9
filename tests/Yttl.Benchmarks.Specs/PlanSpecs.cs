using Yttl.Benchmarks.Micro;
using Yttl.Core.Chunking;

namespace Yttl.Benchmarks.Specs;

public sealed class PlanSpecs
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void An_adaptive_plan_is_never_slower_than_equal_lengths(int hours)
    {
        var track = new MicroTalk(hours).Track();
        for (var workers = 1; workers <= 8; workers++)
            Plan(ChunkStrategy.Adaptive, workers).ShouldBeLessThanOrEqualTo(Plan(ChunkStrategy.Fixed, workers));

        TimeSpan Plan(ChunkStrategy strategy, int workers) => ChunkPlanner.Plan(
            track, ChunkOptions.Default with { Strategy = strategy }, MicroTalk.Recognizer,
            MicroTalk.Capacity with { Workers = workers }).PredictedMakespan;
    }
}
