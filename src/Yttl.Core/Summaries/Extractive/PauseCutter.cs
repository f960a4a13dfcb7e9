using Yttl.Core.Languages;
using Yttl.Core.Text;

namespace Yttl.Core.Summaries.Extractive;

/// <summary>
/// Divides what is too long for a sentence where the speaker pauses longest; where the times show no pause, at commas,
/// before words such as "and", and else by length.
/// </summary>
internal static class PauseCutter
{
    private const int LongestInWords = 45;
    private const int PhraseInWords = 25;
    private const int ShortestInWords = 6;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Ends a phrase of unpunctuated speech.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.7);

    /// <summary>Ends even a word or two.</summary>
    private static readonly TimeSpan LongPause = TimeSpan.FromSeconds(1.5);

    /// <summary>A longer pause says no more about the end of a sentence.</summary>
    private const double TellingPause = 2;

    /// <param name="isPunctuated">Whether pauses are mere hesitation, as the text shows where its sentences end.</param>
    public static IEnumerable<Range> Cut(CueRun turn, Range range, bool isPunctuated, LanguageTag? language)
    {
        var (start, length) = range.GetOffsetAndLength(turn.Text.Length);
        var end = start + length;
        while (CutIn(turn, start, end, isPunctuated, language) is { } cut)
        {
            yield return start..cut;
            start = cut;
        }

        yield return start..end;
    }

    /// <returns>Null where the rest is no longer than a sentence.</returns>
    private static int? CutIn(CueRun turn, int start, int end, bool isPunctuated, LanguageTag? language)
    {
        var most = isPunctuated ? LongestInWords : PhraseInWords;
        var began = turn.TimeAt(start);
        var (best, cut, words) = (double.MinValue, (int?)null, 0);
        for (var at = start; ;)
        {
            var next = Math.Min(Words.EndOf(turn.Text, at, 1), turn.NextCue(at));
            if (next >= end)
                return words >= most || turn.TimeAt(end) - began > Longest ? cut : null;
            (words, at) = (words + 1, next);
            var pause = turn.PauseBefore(at);
            if (!isPunctuated && (words >= ShortestInWords ? pause >= Pause : pause >= LongPause))
                return at;
            var isLong = words >= most || turn.TimeAt(at) - began > Longest;
            if (words >= ShortestInWords && (cut is null || !isLong)
                && Score(turn.Text, at, pause, (double)words / most, language) is var score && score > best)
                (best, cut) = (score, at);
            if (isLong && cut is not null)
                return cut;
        }
    }

    private static double Score(string text, int at, TimeSpan pause, double filled, LanguageTag? language)
    {
        var before = text.AsSpan(0, at).TrimEnd();
        var mark = before.Length == 0 ? 0
            : before[^1] is '…' or ';' or '；' ? 1.2
            : before[^1] is ',' or ':' or '，' or '、' or '،' or '-' or '–' or '—' ? 0.9
            : 0;
        return Math.Clamp(pause.TotalSeconds, 0, TellingPause) + mark
            + (SpokenText.StartsWithOpener(text.AsSpan(at), language) ? 0.6 : 0) + 0.6 * filled;
    }
}
