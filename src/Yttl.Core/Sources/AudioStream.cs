using Yttl.Core.Languages;

namespace Yttl.Core.Sources;

/// <summary>One audio stream of a media file.</summary>
/// <param name="Index">Its index among all streams of the file, as ffmpeg counts.</param>
/// <param name="SampleRate">In hertz, as stored.</param>
/// <param name="Start">From the beginning of the file, which is the video's time zero.</param>
/// <param name="End">The expected end; null where the file gives none.</param>
/// <param name="SeeksExactly">Whether a seek to any second is exact to the sample.</param>
public sealed record AudioStream(
    int Index, int SampleRate, TimeSpan Start, TimeSpan? End, LanguageTag? Language, bool SeeksExactly)
{
    /// <summary>Returns the stream in the wanted language, else the default one, else the first.</summary>
    /// <param name="streams">The default one first.</param>
    /// <returns>Null where there is no stream.</returns>
    public static AudioStream? Choose(IReadOnlyList<AudioStream> streams, LanguageTag? wanted) =>
        streams.FirstOrDefault(stream => wanted is { } tag && stream.Language?.SharesLanguageWith(tag) is true)
        ?? (streams is [var first, ..] ? first : null);
}
