using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Yttl.Core.Sources;

/// <summary>Makes names that every file system accepts. Letters of all scripts are kept.</summary>
internal static class FileSafe
{
    private const int LongestInBytes = 80;

    private static readonly string[] DevicesOnWindows =
    [
        "con", "prn", "aux", "nul",
        .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"com{n}", $"lpt{n}" }),
    ];

    /// <summary>
    /// Returns the id itself where it is safe, as most are; else its safe part and a hash of the whole id.
    /// </summary>
    public static string Id(string id) =>
        Stem(id) == id && !DevicesOnWindows.Contains(id.Split('.')[0], StringComparer.OrdinalIgnoreCase)
            ? id
            : $"{Stem(id) ?? "video"}-{Hash(Encoding.UTF8.GetBytes(id))}";

    /// <summary>
    /// Returns at most 80 bytes of UTF-8: letters, marks, digits, <c>-</c>, <c>_</c> and inner dots. Each run of other
    /// characters becomes one <c>-</c>.
    /// </summary>
    /// <returns>Null where nothing is left.</returns>
    public static string? Stem(string name)
    {
        var safe = new StringBuilder();
        var bytes = 0;
        var elements = StringInfo.GetTextElementEnumerator(name.Normalize(NormalizationForm.FormC));
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            var kept = element.EnumerateRunes().All(IsSafe) ? element : "-";
            if (kept is "-" && element is not "-" && (safe.Length is 0 || safe[^1] is '-'))
                continue;
            bytes += Encoding.UTF8.GetByteCount(kept);
            if (bytes > LongestInBytes)
                break;
            safe.Append(kept);
        }

        var stem = safe.ToString().TrimEnd('.', '-');
        stem = stem.StartsWith('.') ? stem.TrimStart('.', '-') : stem;
        return stem is "" ? null : stem;
    }

    /// <summary>Returns the first six hexadecimal digits of the SHA-256.</summary>
    public static string Hash(ReadOnlySpan<byte> content) =>
        Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 3));

    private static bool IsSafe(Rune rune) =>
        rune.Value is '-' or '_' or '.' || Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
