using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Yttl.Core.Languages;

namespace Yttl.Core.Summaries.Extractive;

/// <summary>
/// Removes what a speaker says without meaning it: "um", "you know" between commas, and words said twice in a row. Words
/// that say how sure the speaker is, such as "I think", stay.
/// </summary>
internal static partial class Disfluencies
{
    /// <summary>What is removed may leave other words twice in a row.</summary>
    private const int MostRounds = 3;

    /// <returns>The sentence where nothing else would be left, and in languages without <see cref="SpeechHabits"/>.</returns>
    public static string Remove(string sentence, LanguageTag? language)
    {
        if (SpeechHabits.Find(language) is not { } habits)
            return sentence;
        var text = sentence;
        for (var (round, before) = (0, ""); round < MostRounds && before != text; round++)
        {
            before = text;
            text = Sound().Replace(text, match => !Has(habits.Sounds, match.Groups["words"].ValueSpan) ? match.Value
                : !match.Groups["before"].Success ? ""
                : match.Groups["after"].Success ? " " : ", ");
            text = SetOff().Replace(text, match => Has(habits.Fillers, match.Groups["words"].ValueSpan) ? "" : match.Value);
            if (habits.Doubled is { } doubled)
                text = Twice().Replace(
                    text, match => Has(doubled, match.Groups["words"].ValueSpan) ? match.Value : match.Groups["words"].Value);
        }

        return SpokenText.HasLetters(text) ? text : sentence;
    }

    private static bool Has(FrozenSet<string> phrases, ReadOnlySpan<char> phrase) =>
        phrases.Contains(phrase.ToString().Replace('’', '\'').ToLowerInvariant());

    // In any language; which of them are sounds in this one is looked up.
    [GeneratedRegex(
        @"(?:(?<=^|\s)|(?<before>,)\s)(?<words>umm?|uhh?m?|erm?|hmm?|mm|mhm|ah|ähm?|öh|eh|euh|heu|hum|ehm|em|hã|эм?|м|yyy|eee?|ıı)"
        + @"(?<after>[,…])?(?:\s+|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sound();

    [GeneratedRegex(@"(?<=[\p{L}\p{Nd}])[,…]\s(?<words>\p{L}[\p{L}'’]{1,15}(?:\s\p{L}[\p{L}'’]{0,15}){0,2})(?=[,…]\s)")]
    private static partial Regex SetOff();

    // Numbers are repeated on purpose.
    [GeneratedRegex(
        @"(?<![\p{L}\p{Nd}'’-])(?<words>\p{L}[\p{L}'’]{0,20}(?:\s\p{L}[\p{L}'’]{0,20}){0,3})"
        + @"(?:[,…]|\s[-–—])?\s\k<words>(?![\p{L}\p{Nd}'’-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Twice();
}
