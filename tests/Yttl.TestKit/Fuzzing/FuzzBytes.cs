using System.Text;

namespace Yttl.TestKit.Fuzzing;

/// <summary>What is between bytes and texts, and what breaks it.</summary>
public static class FuzzBytes
{
    /// <summary>Half of a surrogate pair as UTF-8 would write it, if it could.</summary>
    private static readonly byte[] LoneSurrogate = [0xED, 0xA0, 0x80];

    /// <summary>Tokens that have broken parsers of every kind.</summary>
    internal static readonly IReadOnlyList<byte[]> Nasty =
    [
        [0], [0xFF], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], LoneSurrogate,
        [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF],
        .. Of(
            "\\ud800", "\\udfff", "\\u0000", "&#0;", "&#xD800;", "&#x110000;", "%00", "%ff", "%", "\\",
            "\u0085", "\u2028", "\u202E", "\uFFFE", "\uFFFD", "😀", "e\u0301", "İ", "ß", "١",
            "\r", "\n", "\r\n", "\t", "\v", "\f", "\"", "'", "<", ">", "&", ":", ",", "-", "+", "null", "{}", "[]"),
    ];

    internal static readonly IReadOnlyList<byte[]> Numbers = Of(
        "0", "-0", "-1", "1e999", "-1e999", "1e-999", "1e308", "9223372036854775807", "-9223372036854775808",
        "9223372036854775808", "2147483648", "4294967296", "0.0000000000000000001", "NaN", "Infinity", "1e", "0x10",
        "00", "922337203685.4775807", "922337203686", "1,5", "99999999999999999999999999999999999999999");

    internal static readonly IReadOnlyList<byte[]> Openers =
        Of("[", "{", "{\"a\":", "[{\"a\":[", "<p>", "<text>", "(", "<", "{\\", "--", "> ", "- ", "**", "``", "&");

    public static IReadOnlyList<byte[]> Of(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];

    /// <summary>The bytes as UTF-8, with the halves of surrogate pairs that a decoder would replace.</summary>
    public static string Text(byte[] input) =>
        Encoding.UTF8.GetString(input).Replace("\uFFFD\uFFFD\uFFFD", "\uD800", StringComparison.Ordinal);
}
