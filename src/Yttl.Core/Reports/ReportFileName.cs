using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Yttl.Core.Reports;

/// <summary>Turns a video's id into the name of its files, valid on any file system.</summary>
public static class ReportFileName
{
    /// <summary>
    /// In UTF-8 bytes, without the extension. File systems allow 255, and a file that is being written has a longer
    /// name.
    /// </summary>
    public const int MaxBytes = 120;

    private const string Fallback = "video";

    /// <summary>Characters that Windows forbids in a name, or that have a meaning in shells and addresses.</summary>
    private const string Reserved = "/\\:*?\"<>|";

    /// <summary>https://learn.microsoft.com/windows/win32/fileio/naming-a-file#naming-conventions</summary>
    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³",
    };

    /// <summary>
    /// Keeps letters of every script. An id that is not a valid name gets digits of its hash, so that no two ids share
    /// a file. The name is never empty, never longer than <see cref="MaxBytes"/>, and never begins with <c>-</c> or
    /// <c>.</c>.
    /// </summary>
    public static string For(string id)
    {
        var name = Clean(id);
        if (name == id && Encoding.UTF8.GetByteCount(name) <= MaxBytes)
            return name;
        // Half surrogates differ as text but not as UTF-8, so the hash is of the original text.
        var mark = '-' + Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(id)))[..8];
        return Shorten(name, MaxBytes - mark.Length) + mark;
    }

    private static string Clean(string id)
    {
        var name = new StringBuilder(id.Length);
        foreach (var rune in id.EnumerateRunes())
            name.Append(IsSafe(rune) ? rune.ToString() : "_");
        var trimmed = name.ToString().TrimStart('-', '.', ' ').TrimEnd('.', ' ');
        return trimmed.Length == 0 ? Fallback
            : Devices.Contains(trimmed.Split('.')[0].TrimEnd()) ? '_' + trimmed
            : trimmed;
    }

    /// <summary>
    /// The joiners are part of Persian and Indic spelling. Other format characters only hide or reverse what follows.
    /// </summary>
    private static bool IsSafe(Rune rune) => rune.Value is 0x200C or 0x200D || (
        rune != Rune.ReplacementChar
        && !(rune.IsAscii && Reserved.Contains((char)rune.Value, StringComparison.Ordinal))
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned));

    /// <summary>Cuts at whole characters as people see them, never within an accent or emoji.</summary>
    private static string Shorten(string name, int bytes)
    {
        var kept = new StringBuilder();
        var elements = StringInfo.GetTextElementEnumerator(name);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            bytes -= Encoding.UTF8.GetByteCount(element);
            if (bytes < 0)
                break;
            kept.Append(element);
        }
        return kept.Length == 0 ? Fallback : kept.ToString().TrimEnd('.', ' ');
    }
}
