using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Yttl.Core.Languages;
using Yttl.Core.Sources;

namespace Yttl.Core.Audio;

/// <summary>Computes the key of decoded audio from its source and the way it is decoded.</summary>
internal static class AudioKey
{
    /// <summary>Incremented when the same file decodes to other samples than before.</summary>
    private const int Version = 2;

    /// <summary>
    /// A local file is identified by its revision, wherever it lies; any other source by its site, id, URL and
    /// revision.
    /// </summary>
    public static string For(AudioSource source, LanguageTag? language)
    {
        var identity = source is { MediaPath: not null, Revision: { } file }
            ? file
            : string.Join('\n', source.Extractor, source.Id, source.Url?.AbsoluteUri, source.Revision);
        var text = string.Create(CultureInfo.InvariantCulture, $"{Version}\n{language?.ToString() ?? ""}\n{identity}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
