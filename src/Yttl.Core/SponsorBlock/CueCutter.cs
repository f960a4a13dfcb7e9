using Yttl.Core.Captions;
using Yttl.Core.Time;

namespace Yttl.Core.SponsorBlock;

/// <summary>
/// Removes time ranges from a transcript. A cue that lies partly inside is cut: its times exactly, its text by the
/// word. The time of a word is estimated from its position in the cue, and a word is removed only where all of its
/// estimated time is inside: at a border one word too many may be kept, but no word outside is lost. In a script
/// without spaces a cue is one word.
/// </summary>
internal static class CueCutter
{
    /// <param name="cues">Ordered by start.</param>
    /// <param name="removed">Ranges to remove, in any order; they may overlap.</param>
    /// <returns>Ordered by start; a cue that no range touches is returned unchanged.</returns>
    public static IReadOnlyList<Cue> Cut(IReadOnlyList<Cue> cues, IEnumerable<TimeRange> removed)
    {
        var union = TimeRanges.Union(removed);
        // Sorted again: of two overlapping cues, the second part of the first one may start after the other.
        return [.. cues.SelectMany(cue => Cut(cue, union)).OrderBy(cue => cue.Start)];
    }

    private static IEnumerable<Cue> Cut(Cue cue, IReadOnlyList<TimeRange> removed)
    {
        var range = new TimeRange(cue.Start, cue.End);
        if (range.Start == range.End)
            return removed.Any(stretch => stretch.Contains(cue.Start)) ? [] : [cue];
        if (!removed.Any(range.Overlaps))
            return [cue];
        var kept = TimeRanges.Subtract([range], removed);
        return CueWord.From(cue)
            .Where(word => kept.Any(word.Range.Overlaps))
            .GroupBy(word => kept.First(word.Range.Overlaps))
            .Select(words => cue with
            {
                Start = words.Key.Start,
                End = words.Key.End,
                Text = cue.Text[words.First().Start..words.Last().End],
            });
    }
}
