using Yttl.Core.Captions;
using Yttl.Core.Time;

namespace Yttl.Core.SponsorBlock;

/// <summary>
/// Takes stretches of time out of a transcript. A cue that lies partly inside is cut: its times exactly, its text by
/// the word. When a word is spoken is estimated from its place in the cue, so a word goes only when all of its
/// estimated time is inside: at a border one word too many is kept, and none that lies outside is lost. In a script
/// without spaces a cue is one word.
/// </summary>
internal static class CueCutter
{
    /// <param name="cues">Ordered by start.</param>
    /// <param name="removed">In any order; they may overlap.</param>
    /// <returns>Ordered by start; a cue that no stretch touches is the cue that was given.</returns>
    public static IReadOnlyList<Cue> Cut(IReadOnlyList<Cue> cues, IEnumerable<TimeRange> removed)
    {
        var union = TimeRanges.Union(removed);
        // Of two overlapping cues, the second half of the one cut in two can start after the other.
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
        return CueWords.Of(cue)
            .Where(word => kept.Any(word.Range.Overlaps))
            .GroupBy(word => kept.First(word.Range.Overlaps))
            .Select(words => new Cue(words.Key.Start, words.Key.End, cue.Text[words.First().Start..words.Last().End]));
    }
}
