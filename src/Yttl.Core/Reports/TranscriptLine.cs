using Yttl.Core.Captions;
using Yttl.Core.SponsorBlock;

namespace Yttl.Core.Reports;

/// <summary>The next part of a transcript: words, or the place of a removed range.</summary>
internal readonly record struct TranscriptLine(TimeSpan Start, TimeSpan End, string? Text, string? RemovedCategory)
{
    public static TranscriptLine From(Cue cue) => new(cue.Start, cue.End, cue.Text, null);

    public static TranscriptLine From(RemovedRange range) => new(range.Start, range.End, null, range.Category);

    /// <summary>
    /// Divides the transcript like the summaries: returns the lines of each segment in order of time. Each cue and each
    /// removed range is in exactly one part: the one in which it starts, the first where it comes before all, the last
    /// where it comes after all.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<TranscriptLine>> Divide(Report report)
    {
        var lines = report.Transcript.Cues.Select(From)
            .Concat(report.Removed.Select(From))
            .OrderBy(line => line.Start)
            .ToList();
        var segments = report.Hours.SelectMany(hour => hour.Segments).ToList();
        var parts = new List<IReadOnlyList<TranscriptLine>>();
        var next = 0;
        for (var i = 0; i < segments.Count; i++)
        {
            var first = next;
            while (next < lines.Count && (i == segments.Count - 1 || lines[next].Start < segments[i + 1].Start))
                next++;
            parts.Add(lines.GetRange(first, next - first));
        }
        return parts;
    }
}
