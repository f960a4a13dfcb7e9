using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Yttl.Core.Languages;
using Yttl.Core.Sources;

namespace Yttl.Core.Audio;

/// <summary>Names decoded audio by what was decoded and how.</summary>
internal static class AudioKey
{
    /// <summary>Raised when the same file is decoded to other samples than before.</summary>
    private const int Version = 2;

    /// <summary>A file is its revision, wherever it lies; everything else is a revision of what its site knows by an id.</summary>
    public static string For(AudioSource source, LanguageTag? language)
    {
        var identity = source is { MediaPath: not null, Revision: { } file }
            ? file
            : string.Join('\n', source.Extractor, source.Id, source.Url?.AbsoluteUri, source.Revision);
        var text = string.Create(CultureInfo.InvariantCulture, $"{Version}\n{language?.ToString() ?? ""}\n{identity}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
