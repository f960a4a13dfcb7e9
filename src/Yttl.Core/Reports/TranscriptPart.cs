using Yttl.Core.Captions;
using Yttl.Core.SponsorBlock;

namespace Yttl.Core.Reports;

/// <summary>What a reader meets next in a transcript: words, or the place where something was taken out.</summary>
internal readonly record struct TranscriptLine(TimeSpan Start, TimeSpan End, string? Text, string? RemovedCategory)
{
    public static TranscriptLine From(Cue cue) => new(cue.Start, cue.End, cue.Text, null);

    public static TranscriptLine From(RemovedRange range) => new(range.Start, range.End, null, range.Category);
}

/// <summary>The transcript divided as the summaries are.</summary>
internal static class TranscriptPart
{
    /// <summary>
    /// For each segment in turn its lines in order of time. Each cue and each removed range is in exactly one part: that in
    /// which it starts, the first for what comes before all, the last for what comes after.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<TranscriptLine>> Divide(Report report)
    {
        var lines = report.Transcript.Cues.Select(TranscriptLine.From)
            .Concat(report.Removed.Select(TranscriptLine.From))
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
