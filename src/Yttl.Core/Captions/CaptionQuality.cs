using System.Text;
using Yttl.Core.Text;

namespace Yttl.Core.Captions;

internal static class CaptionQuality
{
    private const double IdeographsPerWord = 2;
    private const double AbugidaLettersPerWord = 4;

    /// <summary>Minutes in which little may be said, so a low word count proves nothing.</summary>
    private static readonly TimeSpan ShortVideo = TimeSpan.FromMinutes(3);

    /// <summary>
    /// Speech has two to three words a second. Even with music and pauses, no talk falls to a tenth of that.
    /// </summary>
    private static readonly TimeSpan SlowestWord = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Returns whether a track is cut off or nearly empty: under one word per three seconds on a video of over three
    /// minutes. The rule is that of <see href="https://github.com/steipete/summarize"/>.
    /// </summary>
    /// <param name="duration">The video's duration. Null returns false.</param>
    public static bool IsTruncated(IEnumerable<Cue> cues, TimeSpan? duration) =>
        duration > ShortVideo && Words(cues) < duration / SlowestWord;

    /// <summary>
    /// The words a minute that speech has at least; a track with fewer may be of signs, or of some lines only. Films
    /// are subtitled with 60 to 120, talks with 100 to 180; signs have 10 to 50.
    /// </summary>
    private const double SpokenWordsPerMinute = 90;

    /// <summary>Most signs and forced lines have fewer words a minute, most films more.</summary>
    private const double WholeWordsPerMinute = 60;

    /// <summary>How many times the words of another track make it likely that a track is not the whole.</summary>
    private const double Fuller = 1.5;

    /// <summary>Returns whether a track that calls itself one of signs or forced lines is no more than that.</summary>
    /// <param name="duration">The video's; null: that of the cues.</param>
    public static bool IsPartOnly(IReadOnlyList<Cue> cues, TimeSpan? duration) =>
        WordsPerMinute(cues, duration) < WholeWordsPerMinute;

    /// <summary>Returns whether a track has so few words that a fuller one may be beside it.</summary>
    /// <param name="duration">The video's; null: that of the cues.</param>
    public static bool MayBePart(IReadOnlyList<Cue> cues, TimeSpan? duration) =>
        WordsPerMinute(cues, duration) < SpokenWordsPerMinute;

    public static bool IsFuller(IReadOnlyList<Cue> cues, IReadOnlyList<Cue> than) => Words(cues) > Words(than) * Fuller;

    public static double Words(IEnumerable<Cue> cues) => cues.Sum(cue => Words(cue.Text));

    private static double WordsPerMinute(IReadOnlyList<Cue> cues, TimeSpan? duration)
    {
        var minutes = (duration ?? cues.Max(cue => cue.End)).TotalMinutes;
        return minutes > 0 ? Words(cues) / minutes : double.PositiveInfinity;
    }

    /// <summary>
    /// Counts words as a rough measure of speech. Where a script has spaces between words, a word is a run between
    /// spaces with a letter or digit in it. Two characters of Chinese or Japanese count as a word, as do four letters
    /// of Thai, Lao, Khmer or Burmese, near their average word lengths. Punctuation and music notes do not count.
    /// </summary>
    internal static double Words(string text)
    {
        int spaced = 0, ideographs = 0, abugida = 0;
        var inWord = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var script = ScriptOf(rune);
            ideographs += script == Script.Ideographs ? 1 : 0;
            abugida += script == Script.Abugida ? 1 : 0;
            if (script == Script.Spaced && !inWord)
                spaced++;
            inWord = script == Script.Spaced || (inWord && script == Script.None && !Rune.IsWhiteSpace(rune));
        }

        return spaced + ideographs / IdeographsPerWord + abugida / AbugidaLettersPerWord;
    }

    private static Script ScriptOf(Rune rune) => rune.Value switch
    {
        _ when !Rune.IsLetterOrDigit(rune) => Script.None,
        var letter when UnspacedScripts.IsHanOrKana(letter) => Script.Ideographs,
        var letter when UnspacedScripts.IsSoutheastAsian(letter) => Script.Abugida,
        _ => Script.Spaced,
    };

    private enum Script
    {
        None,
        Spaced,
        Ideographs,
        Abugida,
    }
}
