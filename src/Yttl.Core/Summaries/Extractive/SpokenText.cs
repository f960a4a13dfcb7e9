using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Yttl.Core.Languages;
using Yttl.Core.Text;

namespace Yttl.Core.Summaries.Extractive;

/// <summary>Removes what captions add to speech, and filler words at the start of sentences.</summary>
internal static partial class SpokenText
{
    // Removed always, or only before a comma: "So, we begin" but "So many people".
    private static readonly FrozenDictionary<string, (string[] Always, string[] WithComma)> Openers =
        new Dictionary<string, (string, string)>
        {
            ["en"] = ("and but um uh er hmm", "so well okay ok yeah yes now right oh anyway again like also"),
            ["de"] = ("und aber äh ähm", "also ja nun na gut okay so naja"),
            ["fr"] = ("et mais euh", "donc alors ben bon bah voilà enfin"),
            ["es"] = ("y pero eh", "pues entonces bueno vale así"),
            ["it"] = ("e ma ehm", "quindi allora beh bene ecco"),
            ["pt"] = ("e mas hum", "então bem bom pois"),
            ["nl"] = ("en maar eh uh", "dus nou ja goed oké"),
            ["ru"] = ("и но э", "ну так итак значит вот"),
            ["pl"] = ("i ale yyy", "więc no dobrze tak"),
            ["sv"] = ("och men eh", "så ja nå okej alltså"),
            ["tr"] = ("ve ama ıı", "yani evet şimdi peki işte"),
        }.ToFrozenDictionary(pair => pair.Key, pair => (pair.Value.Item1.Split(' '), pair.Value.Item2.Split(' ')));

    /// <summary>Returns whether the text has a spoken word: music notes and <c>[Applause]</c> do not count.</summary>
    public static bool HasWords(string text) => HasLetters(WithoutMarks(text));

    /// <summary>
    /// Returns whether the text has letters or digits, including those beyond the basic plane (Adlam).
    /// </summary>
    public static bool HasLetters(string text) => text.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    /// <summary>Removes sound descriptions, speaker arrows and music notes. Returns one line.</summary>
    public static string WithoutMarks(string text) => PlainText.Fold(Marks().Replace(text, " "));

    /// <summary>
    /// Makes a sentence that stands alone: removes a leading "And", "um" or dash, and capitalises the first letter.
    /// </summary>
    public static string CleanStart(string sentence, LanguageTag? language)
    {
        var rest = sentence.TrimStart(' ', '-', '–', '—', '•', '*', '·', ',', ';', ':', '>', '…', '.');
        if (language is { } tag && Openers.TryGetValue(tag.Primary.ToLowerInvariant(), out var openers))
            while (WithoutOpener(rest, openers) is { } shorter)
                rest = shorter;
        return rest.Length > 0 && char.IsLower(rest[0]) ? Capital(rest[0], language) + rest[1..] : rest;
    }

    // Returns null where the text has no opener, or nothing would be left.
    private static string? WithoutOpener(string text, (string[] Always, string[] WithComma) openers)
    {
        var end = text.AsSpan().IndexOfAny(" ,");
        if (end <= 0)
            return null;
        var word = text[..end].ToLowerInvariant();
        var isOpener = openers.Always.Contains(word) || text[end] == ',' && openers.WithComma.Contains(word);
        var rest = text[end..].TrimStart(' ', ',');
        return isOpener && HasLetters(rest) ? rest : null;
    }

    private static string Capital(char letter, LanguageTag? language) =>
        letter == 'i' && language?.Primary.ToLowerInvariant() is "tr" or "az"
            ? "İ"
            : char.ToUpperInvariant(letter).ToString();

    [GeneratedRegex(@"\[[^\[\]]{0,60}\]|\((?:[\p{Lu} ]{3,40})\)|[♪♫♬]|(?:>>|&gt;&gt;)+")]
    private static partial Regex Marks();
}
