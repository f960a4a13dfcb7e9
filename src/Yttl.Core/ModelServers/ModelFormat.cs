using System.Text;
using Yttl.Core.Failures;

namespace Yttl.Core.ModelServers;

/// <summary>A model file format, identified by its first bytes.</summary>
/// <param name="Magic">First bytes of the file.</param>
public sealed record ModelFormat(string Name, string Magic)
{
    /// <summary>0x67676d6c in little-endian order, as written by whisper.cpp's converters.</summary>
    public static readonly ModelFormat Ggml = new("ggml", "lmgg");

    public static readonly ModelFormat Gguf = new("GGUF", "GGUF");

    /// <summary>Rejects a file that is not a model, such as an error page saved under a model's name.</summary>
    /// <exception cref="YttlException"><c>model.file-html</c>, <c>model.file-format</c>.</exception>
    public void Check(string path, string shownAs)
    {
        using var file = File.OpenRead(path);
        var start = new byte[512];
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var text = Encoding.Latin1.GetString(start, 0, length);
        if (text.StartsWith(Magic, StringComparison.Ordinal))
            return;
        throw text.TrimStart('\uFEFF', 'ï', '»', '¿', ' ', '\r', '\n', '\t').StartsWith('<')
            ? ModelFileFailures.Html(shownAs)
            : ModelFileFailures.WrongFormat(shownAs, this);
    }
}
