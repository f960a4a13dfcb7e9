namespace Yttl.Core.Text;

/// <summary>
/// Scripts without spaces between words, by Unicode block: https://www.unicode.org/Public/UNIDATA/Blocks.txt.
/// </summary>
public static class UnspacedScripts
{
    /// <summary>No letter before it is of such a script.</summary>
    internal const char First = '\u0E00';

    /// <summary>Han and kana; about two characters make a word.</summary>
    public static bool IsHanOrKana(int codePoint) =>
        codePoint is >= 0x3040 and <= 0x30FF or >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF;

    /// <summary>Thai, Lao, Burmese and Khmer; about four letters make a word. Spaces separate phrases.</summary>
    public static bool IsSoutheastAsian(int codePoint) =>
        codePoint is >= 0x0E00 and <= 0x0EFF or >= 0x1000 and <= 0x109F or >= 0x1780 and <= 0x17FF;

    /// <summary>A letter that may begin a word at any position.</summary>
    public static bool IsLetter(char letter) =>
        (IsHanOrKana(letter) || IsSoutheastAsian(letter)) && char.IsLetter(letter);

    /// <summary>
    /// Chinese and Japanese characters and punctuation, with no spaces between sentences or lines either.
    /// </summary>
    public static bool IsWide(char letter) =>
        letter is >= '\u2E80' and < '\uA4D0' or >= '\uF900' and < '\uFB00' or >= '\uFF00' and < '\uFFF0';
}
