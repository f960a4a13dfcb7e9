using BenchmarkDotNet.Attributes;

namespace Yttl.Benchmarks.Micro;

/// <summary>Dividing a transcript into segments and hours.</summary>
public class SectioningBenchmarks : HourBenchmark
{
    private MicroTalk _talk = null!;

    [GlobalSetup]
    public override void Setup() => _talk = new MicroTalk(Hours);

    [Benchmark]
    public int Divide() => _talk.Sections().Count;
}
