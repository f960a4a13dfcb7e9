using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Yttl.Core.Captions;

/// <summary>
/// The signs of times and arrows, in every script and width that editors and translators make of them, as ASCII.
/// </summary>
internal static partial class TimeSigns
{
    private const char FirstArrow = '\u2190';
    private const char LastArrow = '\u21FF';

    /// <summary>The signs that a timing line has between its times, or entities of them.</summary>
    private static readonly SearchValues<char> Separators = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue).Select(c => (char)c).Where(c => c == '&' || Plain(c) is '-' or '~' or '=' or '>')]);

    /// <summary>Returns whether the line may be a timing line. Most lines of speech are not.</summary>
    public static bool HasSeparator(ReadOnlySpan<char> line) => line.ContainsAny(Separators);

    /// <summary>Replaces each sign by its ASCII form, one by one: positions stay. All else stays.</summary>
    public static string Plain(ReadOnlySpan<char> text) =>
        string.Create(text.Length, text, static (plain, text) =>
        {
            for (var i = 0; i < text.Length; i++)
                plain[i] = Plain(text[i]);
        });

    /// <summary>
    /// Puts colons into a line that has none and spells its times <c>00.01.02,345</c> or <c>0h01m02s345</c>. Positions
    /// stay.
    /// </summary>
    public static string WithColons(string plain) => plain.Contains(':', StringComparison.Ordinal)
        ? plain
        : Dotted().Replace(Lettered().Replace(plain, "${h}:${m}:${s}."), "${h}:${m}:${s}");

    [GeneratedRegex(@"(?<![\d.])(?<h>\d{1,3})\.(?<m>\d{2})\.(?<s>\d{2})(?=[.,]\d{1,3}(?!\d))")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"(?<![\w.])(?<h>\d{1,3})h(?<m>\d{1,2})m(?<s>\d{1,2})s(?![a-z])")]
    private static partial Regex Lettered();

    private static char Plain(char c) => c switch
    {
        '\'' => ',',
        < '\u0080' => char.IsWhiteSpace(c) || char.IsControl(c) ? ' ' : c,
        '：' or '﹕' or '︓' or '∶' or 'ː' or '꞉' => ':',
        '；' or '﹔' => ';',
        '．' or '。' or '｡' or '﹒' or '·' or '٫' => '.',
        '，' or '、' or '､' or '﹐' or '﹑' or '،' or '‚' or '٬' or '’' or '′' => ',',
        >= '\u2010' and <= '\u2015' or '\u00AD' or '−' or '－' or '﹣' or '﹘' or '─' or '━' or '⸺' or '⸻' or 'ー' => '-',
        '～' or '〜' or '∼' or '˜' => '~',
        '＝' or '═' => '=',
        '＞' or '﹥' or '›' or '»' or '▶' or '►' or '》' or '〉' => '>',
        >= FirstArrow and <= LastArrow or >= '\u2794' and <= '\u27BF' or >= '\u27F0' and <= '\u27FF' => '>',
        >= '\u2900' and <= '\u297F' or >= '\u2B00' and <= '\u2B11' or >= '\u2B30' and <= '\u2BFF' => '>',
        '［' or '【' or '「' or '〔' => '[',
        '］' or '】' or '」' or '〕' => ']',
        '（' => '(',
        '）' => ')',
        '“' or '”' or '„' or '＂' or '«' => '"',
        _ => char.IsDigit(c) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c))
            : char.IsWhiteSpace(c) || char.IsControl(c) || IsInvisible(c) ? ' '
            : c,
    };

    // Byte order marks, zero-width blanks, direction marks; a variation selector makes an arrow an emoji.
    private static bool IsInvisible(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format || c is >= '\uFE00' and <= '\uFE0F';
}
