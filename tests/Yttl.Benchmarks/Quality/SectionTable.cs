using Yttl.Benchmarks.Results;
using Yttl.Core.Segments;
using Yttl.Core.Text;

namespace Yttl.Benchmarks.Quality;

/// <summary>Where sections end, beside the times of what people wrote down.</summary>
internal static class SectionTable
{
    private const string Ours = "where something ends";
    private const string Even = "even";

    public static ResultTable Of(IReadOnlyList<ReferenceCall> calls, int seeds)
    {
        var results = new Dictionary<string, List<(double WindowDiff, double Pk)>>();
        var cut = 0;
        foreach (var call in calls)
        {
            var end = call.Segments[^1].Range.End;
            var reference = call.Points.Select(point => point.At).Distinct().Skip(1).ToList();
            var starts = Starts(call.Segments);
            Add(Ours, starts);
            Add("by the clock", Starts(Transcripts.Segments(call.Transcript, SectionMode.Fixed)));
            Add(Even, [.. starts.Select((_, i) => end * (i + 1) / (starts.Count + 1))]);
            for (var seed = 0; seed < seeds; seed++)
            {
                var numbers = new Random(seed);
                Add(Figure.Of($"random, {seeds} seeds"), [.. starts.Select(_ => end * numbers.NextDouble())]);
            }

            cut += call.Segments.Skip(1).Count(segment => segment.Cues is [var first, ..] && char.IsLower(first.Text[0])
                && call.Segments[segment.Index - 1].Cues is [.., var last] && !SentenceEnds.IsSpokenStop(last.Text[^1]));

            void Add(string name, IReadOnlyList<TimeSpan> found) => (results.TryGetValue(name, out var all) ? all : results[name] = [])
                .Add(Boundaries.Compare(reference, [.. found.Where(time => time < end)], end));
        }

        var even = results[Even].Average(result => result.WindowDiff);
        return new ResultTable(
            $"Sections of {calls.Count} calls beside the times of their points",
            "Two measures of boundaries, less is better, beside those of the clock and as many at equal distances and at random; "
            + "points are no topics, so all are far from zero.",
            ["WindowDiff", "Pk", "sentences cut"],
            "WindowDiff ÷ even",
            [.. results.Select(result => Compared(result.Key, result.Value, result.Key == Ours ? Figure.Count(cut) : "", even))]);
    }

    private static List<TimeSpan> Starts(IEnumerable<Segment> segments) => [.. segments.Skip(1).Select(segment => segment.Range.Start)];

    private static Row Compared(string name, List<(double WindowDiff, double Pk)> results, string cut, double even)
    {
        var windowDiff = results.Average(result => result.WindowDiff);
        return new Row(name, [Figure.Of($"{windowDiff:0.000}"), Figure.Of($"{results.Average(result => result.Pk):0.000}"), cut], windowDiff / even);
    }
}
