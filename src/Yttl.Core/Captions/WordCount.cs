using System.Text;
using Yttl.Core.Text;

namespace Yttl.Core.Captions;

/// <summary>
/// Words as a rough measure of speech. Where a script puts spaces between words, a word is a run between spaces with a
/// letter or digit in it. Chinese and Japanese are counted as a word per two characters, Thai, Lao, Khmer and Burmese
/// as a word per four letters, near their average word lengths; punctuation and music notes are no words.
/// </summary>
internal static class WordCount
{
    private const double IdeographsPerWord = 2;
    private const double AbugidaLettersPerWord = 4;

    public static double Of(string text)
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
