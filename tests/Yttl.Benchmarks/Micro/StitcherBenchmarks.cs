using BenchmarkDotNet.Attributes;
using Yttl.Core.Audio;
using Yttl.Core.Captions;
using Yttl.Core.Chunking;
using Yttl.Core.Speech.Stitching;

namespace Yttl.Benchmarks.Micro;

/// <summary>
/// Joining the transcripts of chunks that were cut at equal lengths, so that both sides of each cut heard it.
/// </summary>
public class StitcherBenchmarks : HourBenchmark
{
    private AudioTrack _track = null!;
    private ChunkPlan _plan = null!;
    private IReadOnlyList<ChunkResult> _heard = null!;

    [GlobalSetup]
    public override void Setup()
    {
        var talk = new MicroTalk(Hours);
        _track = talk.Track();
        _plan = ChunkPlanner.Plan(
            _track, new ChunkOptions(ChunkStrategy.Fixed, TimeSpan.FromMinutes(1)), MicroTalk.Recognizer,
            MicroTalk.Capacity);
        _heard = talk.Heard(_plan);
    }

    [Benchmark]
    public Transcript Stitch() => Stitcher.Stitch(_track, _plan, _heard, language: null, "a recogniser").Transcript;
}
