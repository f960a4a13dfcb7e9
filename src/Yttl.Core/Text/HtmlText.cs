using System.Buffers;
using System.Text;

namespace Yttl.Core.Text;

/// <summary>
/// Removes the characters that HTML cannot hold: references such as <c>&amp;#x1;</c> and <c>&amp;#x80;</c> are errors,
/// or mean other characters
/// (https://html.spec.whatwg.org/multipage/parsing.html#numeric-character-reference-end-state).
/// </summary>
internal static class HtmlText
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
    [
        .. Enumerable.Range(0x00, 0x20).Select(code => (char)code).Where(character => character is not ('\t' or '\n')),
        .. Enumerable.Range(0x7F, 0x21).Select(code => (char)code),
        .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code),
        .. Enumerable.Range(0xFDD0, 0x20).Select(code => (char)code),
        '\uFFFE', '\uFFFF',
    ]);

    /// <summary>
    /// Drops control characters, non-characters, and directional controls without a partner in their line. An unpaired
    /// surrogate becomes U+FFFD.
    /// </summary>
    public static string Clean(string text) => BidiControls.Balance(Valid(text));

    private static string Valid(string text)
    {
        if (text.AsSpan().IndexOfAny(Suspects) < 0)
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsForbidden(rune.Value))
                clean.Append(rune);
        }
        return clean.ToString();
    }

    private static bool IsForbidden(int code) =>
        code is (< 0x20 and not ('\t' or '\n')) or (>= 0x7F and <= 0x9F) or (>= 0xFDD0 and <= 0xFDEF)
        || (code & 0xFFFE) == 0xFFFE;
}
