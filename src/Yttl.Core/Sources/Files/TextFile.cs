using System.Text;

namespace Yttl.Core.Sources.Files;

/// <summary>Tells texts from recordings, pictures and archives by their first bytes.</summary>
internal static class TextFile
{
    private const int Sample = 8 * 1024;

    private static readonly Encoding[] Unicode = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode];

    /// <returns>False where the file cannot be read.</returns>
    public static bool IsText(string path)
    {
        try
        {
            using var file = RegularFile.OpenRead(path);
            var head = new byte[Sample];
            return IsText(head.AsSpan(0, file.ReadAtLeast(head, Sample, throwOnEndOfStream: false)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>A text has a byte order mark, or no control characters but those of white space.</summary>
    internal static bool IsText(ReadOnlySpan<byte> head)
    {
        foreach (var encoding in Unicode)
            if (head.StartsWith(encoding.Preamble))
                return true;
        foreach (var value in head)
            if (value < ' ' && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1B))
                return false;
        return head.Length > 0;
    }
}
