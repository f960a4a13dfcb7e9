using Yttl.Core.Captions;
using Yttl.Core.Captions.Speakers;
using Yttl.Core.SponsorBlock;

namespace Yttl.Core.Reports;

/// <summary>The next part of a transcript: words, or the place of a removed range.</summary>
internal readonly record struct TranscriptLine(TimeSpan Start, TimeSpan End, string? Text, string? RemovedCategory)
{
    /// <summary>The speaker's name where a turn, or a segment within one, begins; else null.</summary>
    public string? Speaker { get; init; }

    public static TranscriptLine From(Cue cue) => new(cue.Start, cue.End, cue.Text, null) { Speaker = cue.Speaker };

    public static TranscriptLine From(RemovedRange range) => new(range.Start, range.End, null, range.Category);

    /// <summary>
    /// Divides the transcript like the summaries: returns the cues and removed ranges of each segment in order of time, as
    /// <see cref="SegmentParts"/>.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<TranscriptLine>> Divide(Report report)
    {
        var lines = report.Transcript.Cues.Select(From)
            .Concat(report.Removed.Select(From))
            .OrderBy(line => line.Start)
            .ToList();
        var parts = SegmentParts.Divide(
            lines, line => line.Start, [.. report.Hours.SelectMany(hour => hour.Segments).Select(segment => segment.Start)]);
        return [.. parts.Select(ByTurns)];
    }

    private static IReadOnlyList<TranscriptLine> ByTurns(IReadOnlyList<TranscriptLine> lines) =>
        [.. SpeakerTurns.Named(lines, line => line.Speaker).Select(turn => turn.Item with { Speaker = turn.Name })];
}
