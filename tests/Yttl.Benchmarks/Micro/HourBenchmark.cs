using BenchmarkDotNet.Attributes;

namespace Yttl.Benchmarks.Micro;

/// <summary>The same work on an hour and on ten: what grows faster than the video shows.</summary>
public abstract class HourBenchmark
{
    public const int Short = 1;
    public const int Long = 10;

    [Params(Short, Long)]
    public int Hours { get; set; }

    /// <summary>Makes what is measured with, for that many hours.</summary>
    public abstract void Setup();
}
