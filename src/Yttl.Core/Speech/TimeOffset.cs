using Yttl.Core.Time;

namespace Yttl.Core.Speech;

/// <summary>Converts the times of an upload to those of its track.</summary>
internal static class TimeOffset
{
    /// <summary>
    /// Adds the start of the range. Times beyond its end, which recognisers give their last words, become its end.
    /// Orders the words.
    /// </summary>
    public static SpokenPhrase In(TimeRange range, SpokenPhrase phrase)
    {
        var words = new List<SpokenWord>(phrase.Words.Count);
        foreach (var word in phrase.Words)
        {
            var start = Later(At(range, word.Start), words is [.., var last] ? last.Start : range.Start);
            words.Add(word with { Start = start, End = Later(start, At(range, word.End)) });
        }

        var from = words.Count > 0 ? words[0].Start : At(range, phrase.Start);
        var to = words.Count > 0 ? words[^1].End : At(range, phrase.End);
        return phrase with { Start = from, End = Later(from, to), Words = words };
    }

    private static TimeSpan At(TimeRange range, TimeSpan time) =>
        range.Start + time is var moved && moved > range.End ? range.End : moved;

    private static TimeSpan Later(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
