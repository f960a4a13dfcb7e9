using System.Text;
using Yttl.Core.Failures;

namespace Yttl.Core.ModelServers;

/// <summary>What a model file must begin with.</summary>
/// <param name="Magic">Its first bytes.</param>
public sealed record ModelFormat(string Name, string Magic)
{
    /// <summary>0x67676d6c in little-endian order, as whisper.cpp's converters write it.</summary>
    public static readonly ModelFormat Ggml = new("ggml", "lmgg");

    public static readonly ModelFormat Gguf = new("GGUF", "GGUF");

    /// <summary>Refuses what only has a model's name, such as an error page that was saved under it.</summary>
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
