using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Yttl.Core.Languages;
using Yttl.Core.Sources;

namespace Yttl.Core.Audio;

/// <summary>References decoded audio in the <see cref="IAudioStore"/>.</summary>
/// <param name="Key">
/// 64 lower-case hexadecimal digits. The same source decoded in the same way has the same key.
/// </param>
/// <param name="Samples">Length in samples of <see cref="PcmFormat"/>.</param>
public sealed record AudioRef(string Key, long Samples)
{
    /// <summary>Incremented when the same file decodes to other samples than before.</summary>
    private const int DecodingVersion = 2;

    public TimeSpan Duration() => PcmFormat.TimeOf(Samples);

    /// <summary>
    /// Computes the key of audio from its source and the way it is decoded. A local file is identified by its revision,
    /// wherever it lies; any other source by its site, id, URL and revision.
    /// </summary>
    internal static string KeyFor(AudioSource source, LanguageTag? language)
    {
        var identity = source is { MediaPath: not null, Revision: { } file }
            ? file
            : string.Join('\n', source.Extractor, source.Id, source.Url?.AbsoluteUri, source.Revision);
        var text = string.Create(
            CultureInfo.InvariantCulture, $"{DecodingVersion}\n{language?.ToString() ?? ""}\n{identity}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
