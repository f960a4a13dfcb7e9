using Yttl.Core.Languages;

namespace Yttl.Core.Sources;

/// <summary>One audio stream of a media file.</summary>
/// <param name="Index">Among all streams of the file, as ffmpeg counts.</param>
/// <param name="SampleRate">As stored.</param>
/// <param name="Start">After the file's own beginning, which is the video's time zero.</param>
/// <param name="End">Where it should end; null where the file does not say.</param>
/// <param name="SeeksExactly">Whether it may be entered at any second to the sample.</param>
public sealed record AudioStream(
    int Index, int SampleRate, TimeSpan Start, TimeSpan? End, LanguageTag? Language, bool SeeksExactly)
{
    /// <summary>The one in the wanted language, else the one marked as default, else the first.</summary>
    /// <param name="streams">The one marked as default first.</param>
    /// <returns>Null when there is none.</returns>
    public static AudioStream? Choose(IReadOnlyList<AudioStream> streams, LanguageTag? wanted) =>
        streams.FirstOrDefault(stream => wanted is { } tag && stream.Language?.SharesLanguageWith(tag) is true)
        ?? (streams is [var first, ..] ? first : null);
}
