using Yttl.Core.Failures;
using Yttl.Core.Time;

namespace Yttl.Core.Captions;

/// <summary>How much of the speech a transcript holds.</summary>
/// <param name="Speech">The duration of all audio that is not silent; of captions that of the cues.</param>
/// <param name="Covered">The transcribed part of it, at most <paramref name="Speech"/>.</param>
/// <param name="Gaps">The parts that could not be transcribed, in order.</param>
public sealed record SpeechCoverage(TimeSpan Speech, TimeSpan Covered, IReadOnlyList<TranscriptGap> Gaps)
{
    /// <summary>The coverage of captions in which a recogniser repeats itself; null where it does not.</summary>
    internal static SpeechCoverage? Of(IReadOnlyList<Cue> cues, IReadOnlyList<TranscriptGap> loops)
    {
        if (loops.Count == 0)
            return null;
        var shown = TimeRanges.Union(cues.Select(cue => new TimeRange(cue.Start, cue.End)));
        return new SpeechCoverage(TimeRanges.TotalLength(shown), TimeSpan.Zero, []).With(loops, shown);
    }

    /// <summary>Adds loops to the gaps, and what they cover to the speech that is missing.</summary>
    internal SpeechCoverage With(IReadOnlyList<TranscriptGap> loops, IEnumerable<TimeRange> covered) => this with
    {
        Covered = TimeRanges.TotalLength(TimeRanges.Subtract(covered, loops.Select(loop => new TimeRange(loop.Start, loop.End)))),
        Gaps = [.. Gaps.Concat(loops).OrderBy(gap => gap.Start)],
    };
}

/// <param name="Stage"><c>audio</c>: the file does not hold it. <c>transcription</c>: it was not recognised, or
/// one line was again and again (<see cref="LoopedCues"/>).</param>
public sealed record TranscriptGap(TimeSpan Start, TimeSpan End, string Stage, Failure Failure);
