using System.Text;

namespace Yttl.Core.Reports;

/// <summary>Writes text files: UTF-8 without a byte order mark, streamed.</summary>
internal static class PlainUtf8
{
    private const int BufferSize = 64 * 1024;

    /// <param name="output">Stays open.</param>
    public static async Task WriteAsync(Stream output, Action<TextWriter> write, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(output, new UTF8Encoding(false), BufferSize, leaveOpen: true);
        write(text);
        await text.FlushAsync(cancellationToken);
    }
}
