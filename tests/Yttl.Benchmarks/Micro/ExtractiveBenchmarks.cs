using BenchmarkDotNet.Attributes;
using Yttl.Core.Providers;
using Yttl.Core.Segments;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Extractive;

namespace Yttl.Benchmarks.Micro;

/// <summary>Summarising every segment without a model.</summary>
public class ExtractiveBenchmarks : HourBenchmark
{
    private readonly ExtractiveSummarizer _summarizer = new();
    private readonly SummaryOptions _options = new(
        ProviderTable.Extractive, "", null, SummaryLength.Medium, SummaryStyle.Narrative, null);

    private List<SegmentText> _segments = null!;

    [GlobalSetup]
    public override void Setup() => _segments =
    [
        .. new MicroTalk(Hours).Sections().SelectMany(hour => hour.Segments)
            .Select(segment => new SegmentText(segment.Range.Start, segment.Range.End, null, segment.Cues)),
    ];

    [Benchmark]
    public async Task<int> Segments()
    {
        var letters = 0;
        foreach (var segment in _segments)
        {
            var summary = await _summarizer.SummarizeSegmentAsync(segment, "A talk", _options, CancellationToken.None);
            letters += summary.Summary.Text.Length;
        }

        return letters;
    }
}
