using System.Buffers;
using System.Globalization;
using System.Text;

namespace Yttl.Core.Speech.Calls;

/// <summary>
/// A form with a file, as small servers expect it: quoted names and an unquoted boundary, which .NET's own form content
/// has the other way round.
/// </summary>
internal sealed class MultipartForm
{
    private const string Boundary = "yttl-7d2f41c09be64a5f8b13";

    private readonly ArrayBufferWriter<byte> _body = new();

    public static string ContentType => $"multipart/form-data; boundary={Boundary}";

    public MultipartForm Field(string name, string value)
    {
        Write($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        return this;
    }

    public MultipartForm Field(string name, double value) => Field(name, value.ToString(CultureInfo.InvariantCulture));

    public MultipartForm File(string name, string fileName, string contentType, ReadOnlyMemory<byte> content)
    {
        Write($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{fileName}\"\r\n"
            + $"Content-Type: {contentType}\r\n\r\n");
        _body.Write(content.Span);
        Write("\r\n");
        return this;
    }

    /// <summary>Nothing can be added afterwards.</summary>
    public BinaryData End()
    {
        Write($"--{Boundary}--\r\n");
        return new BinaryData(_body.WrittenMemory);
    }

    private void Write(string text) => _body.Write(Encoding.UTF8.GetBytes(text));
}
