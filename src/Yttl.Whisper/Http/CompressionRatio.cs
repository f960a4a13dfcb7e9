using System.IO.Compression;
using System.Text;

namespace Yttl.Whisper.Http;

/// <summary>
/// The size of a text divided by its size compressed by zlib: above 2.4 the text repeats itself.
/// https://github.com/openai/whisper/blob/main/whisper/utils.py
/// </summary>
internal static class CompressionRatio
{
    /// <returns>The ratio; 0 for an empty text.</returns>
    public static double Compute(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(bytes);
        return bytes.Length == 0 ? 0 : bytes.Length / (double)packed.Length;
    }
}
