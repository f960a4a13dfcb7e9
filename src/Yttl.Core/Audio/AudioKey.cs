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
    private const int Version = 1;

    /// <summary>A file is its revision, wherever it lies; everything else is its id at its site.</summary>
    public static string For(Video video, LanguageTag? language)
    {
        var identity = video.Revision ?? string.Join('\n', video.Extractor, video.Id, video.Url?.AbsoluteUri);
        var text = string.Create(CultureInfo.InvariantCulture, $"{Version}\n{language?.ToString() ?? ""}\n{identity}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
