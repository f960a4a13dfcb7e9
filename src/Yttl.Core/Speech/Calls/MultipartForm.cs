using System.ClientModel;
using System.Globalization;
using System.Text;

namespace Yttl.Core.Speech.Calls;

/// <summary>
/// A form with a file, in the format that small servers expect: quoted names and an unquoted boundary. .NET's form
/// content has both the other way round. The file is sent without a copy, which would cost megabytes of garbage per
/// call.
/// </summary>
internal sealed class MultipartForm : BinaryContent
{
    private const string Boundary = "yttl-7d2f41c09be64a5f8b13";

    private static readonly byte[] End = Encoding.UTF8.GetBytes($"--{Boundary}--\r\n");

    private readonly List<ReadOnlyMemory<byte>> _parts = [];

    public static string ContentType => $"multipart/form-data; boundary={Boundary}";

    public MultipartForm Field(string name, string value)
    {
        Add($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        return this;
    }

    public MultipartForm Field(string name, double value) => Field(name, value.ToString(CultureInfo.InvariantCulture));

    /// <param name="content">Must not change before the form is sent.</param>
    public MultipartForm File(string name, string fileName, string contentType, ReadOnlyMemory<byte> content)
    {
        Add($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{fileName}\"\r\n"
            + $"Content-Type: {contentType}\r\n\r\n");
        _parts.Add(content);
        Add("\r\n");
        return this;
    }

    public override bool TryComputeLength(out long length)
    {
        length = _parts.Sum(part => (long)part.Length) + End.Length;
        return true;
    }

    public override void WriteTo(Stream stream, CancellationToken cancellationToken = default)
    {
        foreach (var part in _parts)
            stream.Write(part.Span);
        stream.Write(End);
    }

    public override async Task WriteToAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        foreach (var part in _parts)
            await stream.WriteAsync(part, cancellationToken);
        await stream.WriteAsync(End, cancellationToken);
    }

    public override void Dispose()
    {
    }

    private void Add(string text) => _parts.Add(Encoding.UTF8.GetBytes(text));
}
