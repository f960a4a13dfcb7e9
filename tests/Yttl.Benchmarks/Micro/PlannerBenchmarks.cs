using BenchmarkDotNet.Attributes;
using Yttl.Core.Audio;
using Yttl.Core.Chunking;

namespace Yttl.Benchmarks.Micro;

/// <summary>Cutting a track for four workers.</summary>
public class PlannerBenchmarks : HourBenchmark
{
    private AudioTrack _track = null!;

    [GlobalSetup]
    public override void Setup() => _track = new MicroTalk(Hours).Track();

    [Benchmark]
    public ChunkPlan Adaptive() => Plan(ChunkStrategy.Adaptive);

    [Benchmark]
    public ChunkPlan Fixed() => Plan(ChunkStrategy.Fixed);

    [Benchmark]
    public ChunkPlan MemoryOptimized() => Plan(ChunkStrategy.MemoryOptimized);

    private ChunkPlan Plan(ChunkStrategy strategy) => ChunkPlanner.Plan(
        _track, ChunkOptions.Default with { Strategy = strategy }, MicroTalk.Recognizer, MicroTalk.Capacity);
}
