using BenchmarkDotNet.Attributes;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Html;

namespace Yttl.Benchmarks.Micro;

/// <summary>Writing a report as a page.</summary>
public class HtmlBenchmarks : HourBenchmark
{
    private Report _report = null!;

    [GlobalSetup]
    public override void Setup() => _report = new MicroTalk(Hours).Report();

    [Benchmark]
    public void Write()
    {
        using var output = new StreamWriter(Stream.Null);
        HtmlReport.Write(_report, folder: null, output, CancellationToken.None);
    }
}
