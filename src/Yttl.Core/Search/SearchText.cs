using System.Buffers;
using System.Globalization;
using System.Text;
using Yttl.Core.Text;

namespace Yttl.Core.Search;

/// <summary>
/// Text as the search compares it: without case, accents, the width of characters, the kind and size of kana,
/// invisible characters, and punctuation. The script of the page (<c>report.js</c>) folds in the same way.
/// </summary>
public static class SearchText
{
    /// <summary>Longer words are compared by their beginning where an index is asked.</summary>
    private const int LongestToken = 32;

    private const char ArabicStretch = '\u0640';
    private const char FirstKatakana = '\u30A1';
    private const char LastKatakana = '\u30F6';
    private const int FromKatakana = 0x60;

    /// <summary>
    /// Letters at the end of a word (Greek, Hebrew) and small kana; the next character is the ordinary letter.
    /// </summary>
    private const string Variants = "ς\u05DA\u05DD\u05DF\u05E3\u05E5ぁぃぅぇぉっゃゅょゎ";

    /// <summary>Signs that may be part of a word. Every other sign separates words.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("'.,:+#");

    /// <summary>
    /// By character of the basic plane, filled on demand: compatibility decomposition takes longer than all the rest.
    /// </summary>
    private static readonly string?[] Known = new string?[char.MaxValue + 1];

    /// <param name="origins">Receives, for each character of the result, the index of its origin in the text.</param>
    public static string Fold(string text, ICollection<int>? origins = null)
    {
        var folded = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length;)
        {
            var rune = RuneAt(text, index);
            var before = folded.Length;
            if (char.IsAsciiLetterOrDigit(text[index]))
                folded.Append(char.ToLowerInvariant(text[index]));
            else
                folded.Append(rune.IsBmp ? Known[rune.Value] ??= FoldRune(rune) : FoldRune(rune));
            for (var i = before; origins is not null && i < folded.Length; i++)
                origins.Add(index);
            index += rune.Utf16SequenceLength;
        }

        return WithoutLooseSigns(folded.ToString());
    }

    /// <summary>
    /// Breaks folded text into what an index lists: words, pairs of neighbours in scripts without spaces, and every
    /// other character by itself. Where a word of a query begins in a text, so does a token of that text with the first
    /// token of the word, and so on; the last token of the word is the beginning of one.
    /// </summary>
    public static IEnumerable<string> Tokens(string folded)
    {
        for (var i = 0; i < folded.Length;)
        {
            var rune = RuneAt(folded, i);
            var end = i + rune.Utf16SequenceLength;
            if (rune.Value is ' ')
            {
                i = end;
                continue;
            }

            if (IsSpaced(rune))
            {
                while (end < folded.Length && RuneAt(folded, end) is var next && IsSpaced(next))
                    end += next.Utf16SequenceLength;
                yield return folded[i..Math.Min(end, i + LongestToken)];
            }
            else if (IsUnspaced(rune) && end < folded.Length && RuneAt(folded, end) is var neighbour && IsUnspaced(neighbour))
            {
                yield return folded[i..(end + neighbour.Utf16SequenceLength)];
            }
            else
            {
                yield return folded[i..end];
            }

            i = end;
        }
    }

    /// <summary>Returns whether a match may begin here: not within a word of a script with spaces.</summary>
    internal static bool BeginsWord(string folded, int index) =>
        index == 0 || !IsSpaced(RuneBefore(folded, index)) || !IsSpaced(RuneAt(folded, index));

    /// <summary>Replaces each sign that is no part of a word by a space, so that every index stays.</summary>
    private static string WithoutLooseSigns(string folded) => folded.AsSpan().ContainsAny(Signs)
        ? string.Create(folded.Length, folded, static (kept, text) =>
        {
            text.CopyTo(kept);
            for (var i = 0; i < text.Length; i++)
            {
                if (!Signs.Contains(text[i]))
                    continue;
                var end = EndOfSign(text, i);
                if (end == i)
                    kept[i] = ' ';
                else
                    i = end - 1;
            }
        })
        : folded;

    /// <summary>
    /// Returns the end of a sign that is part of a word; its own index where it is none. An apostrophe or a full stop
    /// joins letters and digits, and a comma or a colon joins digits (https://unicode.org/reports/tr29/#Word_Boundaries);
    /// a plus or a number sign ends a name, such as C++ and C#.
    /// </summary>
    private static int EndOfSign(string text, int index)
    {
        if (index is 0 || !IsPartOfWord(RuneBefore(text, index)))
            return index;
        var end = index + 1;
        if (text[index] is '+' or '#')
        {
            while (end < text.Length && text[end] is '+' or '#')
                end++;
            return end - index > 1 || !IsWordAt(text, end) ? end : index;
        }

        var isJoined = text[index] is '\'' or '.'
            ? IsWordAt(text, end)
            : end < text.Length && char.IsAsciiDigit(text[end]) && char.IsAsciiDigit(text[index - 1]);
        return isJoined ? end : index;
    }

    private static bool IsWordAt(string text, int index) => index < text.Length && IsPartOfWord(RuneAt(text, index));

    private static string FoldRune(Rune rune)
    {
        if (Rune.IsWhiteSpace(rune))
            return " ";
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned)
            return rune.ToString(); // normalization refuses some
        var folded = new StringBuilder();
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(part))
                folded.Append(' ');
            else if (IsSign(part))
                folded.Append(Sign(part));
            else if (!IsIgnored(part))
                folded.Append(Letter(Rune.ToLowerInvariant(part)));
        }

        return folded.ToString();
    }

    private static string Letter(Rune lower) => lower.Value switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ħ' => "h",
        'ł' => "l",
        'ı' => "i",
        'ʼ' => "'",
        >= FirstKatakana and <= LastKatakana => Letter(new Rune(lower.Value - FromKatakana)),
        _ when Rune.GetUnicodeCategory(lower) is UnicodeCategory.DecimalDigitNumber =>
            ((int)Rune.GetNumericValue(lower)).ToString(CultureInfo.InvariantCulture),
        _ when lower.IsBmp && Variants.Contains((char)lower.Value, StringComparison.Ordinal) =>
            ((char)(lower.Value + 1)).ToString(),
        _ => lower.ToString(),
    };

    /// <summary>Punctuation and signs of calculation and money. Pictures, such as notes of music, are like words.</summary>
    private static bool IsSign(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
        or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation
        or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation or UnicodeCategory.MathSymbol
        or UnicodeCategory.CurrencySymbol or UnicodeCategory.ModifierSymbol;

    private static char Sign(Rune sign) => sign.Value switch
    {
        '‘' or '’' => '\'',
        _ when sign.IsBmp && Signs.Contains((char)sign.Value) => (char)sign.Value,
        _ => ' ',
    };

    private static bool IsIgnored(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format => true,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark =>
            IsAccent(rune.Value),
        _ => rune.Value is ArabicStretch,
    };

    /// <summary>
    /// Marks that only vary a letter, about those that collation ignores: accents, the points of Hebrew and Arabic, what
    /// Indian scripts add for nasals and foreign sounds, tone marks of Thai and Lao, the voicing of kana, variation
    /// selectors. Vowel signs are letters.
    /// </summary>
    private static bool IsAccent(int mark) => mark switch
    {
        < 0x0900 => mark is < 0x07A6 or > 0x07B0, // not the vowels of Thaana
        < 0x0E00 => (mark & 0x7F) is <= 3 or 0x3C || mark is >= 0x0951 and <= 0x0954,
        < 0x0F00 => (mark & 0x7F) is (>= 0x47 and <= 0x4C) or 0x4E,
        _ => mark is (>= 0x1036 and <= 0x1038) or (>= 0x17C6 and <= 0x17D1) or (>= 0x1AB0 and <= 0x1AFF)
            or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x20D0 and <= 0x20FF) or (>= 0x302A and <= 0x309A)
            or (>= 0xFE00 and <= 0xFE2F) or >= 0xE0100,
    };

    private static bool IsSpaced(Rune rune) => rune.IsAscii
        ? char.IsAsciiLetterOrDigit((char)rune.Value)
        : IsPartOfWord(rune) && !IsUnspaced(rune);

    private static bool IsUnspaced(Rune rune) =>
        (UnspacedScripts.IsHanOrKana(rune.Value) || UnspacedScripts.IsSoutheastAsian(rune.Value)
            || (rune.IsBmp && UnspacedScripts.IsWide((char)rune.Value)))
        && IsPartOfWord(rune);

    private static bool IsPartOfWord(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.DecimalDigitNumber;

    private static Rune RuneAt(string text, int index) =>
        Rune.TryCreate(text[index], out var rune) || Rune.TryGetRuneAt(text, index, out rune) ? rune : Rune.ReplacementChar;

    private static Rune RuneBefore(string text, int index) =>
        Rune.DecodeLastFromUtf16(text.AsSpan(0, index), out var rune, out _) is OperationStatus.Done
            ? rune
            : Rune.ReplacementChar;
}
