using System.Text.RegularExpressions;
using Yttl.Core.Captions;
using Yttl.Core.Time;

namespace Yttl.Core.SponsorBlock;

/// <summary>A word of a cue.</summary>
/// <param name="Start">Index of its first character in the cue's text.</param>
/// <param name="End">Index of its end, exclusive.</param>
/// <param name="Range">Estimated time at which it is spoken.</param>
internal readonly partial record struct CueWord(int Start, int End, TimeRange Range)
{
    /// <summary>
    /// Returns the words of a cue; each gets a share of the cue's time in proportion to its share of the text. Their
    /// times cover the cue from start to end without gaps.
    /// </summary>
    public static IReadOnlyList<CueWord> From(Cue cue)
    {
        var words = Word().EnumerateMatches(cue.Text);
        var places = new List<(int Start, int End)>();
        foreach (var word in words)
            places.Add((word.Index, word.Index + word.Length));
        var times = places.Select(place => cue.TimeAt(place.Start)).ToList();
        return
        [
            .. places.Select((place, i) => new CueWord(place.Start, place.End, new TimeRange(
                i == 0 ? cue.Start : times[i],
                i == places.Count - 1 ? cue.End : times[i + 1]))),
        ];
    }

    [GeneratedRegex(@"\S+")]
    private static partial Regex Word();
}
