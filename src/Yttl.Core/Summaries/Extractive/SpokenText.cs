using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Yttl.Core.Languages;
using Yttl.Core.Text;

namespace Yttl.Core.Summaries.Extractive;

/// <summary>Takes off what captions add to speech, and what speech adds to sentences.</summary>
internal static partial class SpokenText
{
    // Dropped always, or only where a comma follows: "So, we begin" but "So many people".
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

    /// <summary>Whether anybody says a word: music notes and <c>[Applause]</c> are none.</summary>
    public static bool HasWords(string text) => HasLetters(WithoutMarks(text));

    /// <summary>Letters or digits, those beyond the basic plane (Adlam) too.</summary>
    public static bool HasLetters(string text) => text.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    /// <summary>Without sound descriptions, speaker arrows and music notes, on one line.</summary>
    public static string WithoutMarks(string text) => PlainText.Fold(Marks().Replace(text, " "));

    /// <summary>
    /// A sentence that can stand by itself: without "And", "um" or a dash before it, and with a capital.
    /// </summary>
    public static string CleanStart(string sentence, LanguageTag? language)
    {
        var rest = sentence.TrimStart(' ', '-', '–', '—', '•', '*', '·', ',', ';', ':', '>', '…', '.');
        if (language is { } tag && Openers.TryGetValue(tag.Primary.ToLowerInvariant(), out var openers))
            while (WithoutOpener(rest, openers) is { } shorter)
                rest = shorter;
        return rest.Length > 0 && char.IsLower(rest[0]) ? Capital(rest[0], language) + rest[1..] : rest;
    }

    // Null where nothing is to be taken off, or nothing would be left.
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
