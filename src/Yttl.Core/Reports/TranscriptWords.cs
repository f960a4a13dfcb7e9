using System.Globalization;
using Yttl.Core.Captions;
using Yttl.Core.Text;

namespace Yttl.Core.Reports;

/// <summary>A word of a transcript, in small letters, and the times of the cue that it is in.</summary>
internal readonly record struct TranscriptWord(string Text, TimeSpan Start, TimeSpan End);

/// <summary>
/// The words of a transcript in order, without punctuation. Where a script has no spaces, a letter is a word, so that a
/// border between cues never divides one.
/// </summary>
internal static class TranscriptWords
{
    public static IReadOnlyList<TranscriptWord> From(IEnumerable<Cue> cues) =>
        [.. cues.SelectMany(cue => Split(cue.Text).Select(word => new TranscriptWord(word, cue.Start, cue.End)))];

    private static IEnumerable<string> Split(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isWide = i < text.Length && UnspacedScripts.IsWide(text[i]);
            var isPart = i < text.Length && !isWide && IsPart(text[i]);
            if (isPart && start < 0)
                start = i;
            if (!isPart && start >= 0)
            {
                yield return text[start..i].ToLowerInvariant();
                start = -1;
            }

            if (isWide && char.IsLetter(text[i]))
                yield return text[i].ToString();
        }
    }

    private static bool IsPart(char letter) => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter)
        || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
