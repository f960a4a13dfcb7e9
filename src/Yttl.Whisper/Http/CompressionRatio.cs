using System.IO.Compression;
using System.Text;

namespace Yttl.Whisper.Http;

/// <summary>
/// Bytes of a text over bytes of it compressed by zlib: above 2.4 it repeats itself.
/// https://github.com/openai/whisper/blob/main/whisper/utils.py
/// </summary>
internal static class CompressionRatio
{
    /// <returns>From 0 for an empty text.</returns>
    public static double Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(bytes);
        return bytes.Length == 0 ? 0 : bytes.Length / (double)packed.Length;
    }
}
