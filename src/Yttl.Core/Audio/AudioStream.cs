using Yttl.Core.Languages;
using Yttl.Core.Sources;
using Yttl.Core.Sources.Files;

namespace Yttl.Core.Audio;

/// <summary>One audio stream of a media file.</summary>
/// <param name="Index">Among all streams of the file, as ffmpeg counts.</param>
/// <param name="SampleRate">As stored.</param>
/// <param name="Start">After the file's own beginning, which is the video's time zero.</param>
/// <param name="End">Where it should end; null where the file does not say.</param>
/// <param name="SeeksExactly">Whether it may be entered at any second to the sample.</param>
public sealed record AudioStream(
    int Index, int SampleRate, TimeSpan Start, TimeSpan? End, LanguageTag? Language, bool SeeksExactly)
{
    // Measured with ffmpeg 5.1: WebM is off by up to 1 ms after a seek, MP3, ADTS and Ogg by more.
    private static readonly string[] ExactFormats = ["mov,mp4,m4a,3gp,3g2,mj2", "wav", "flac"];

    /// <summary>The one in the wanted language, else the one marked as default, else the first.</summary>
    /// <param name="streams">As <see cref="In"/> gives them.</param>
    /// <returns>Null when there is none.</returns>
    public static AudioStream? Choose(IReadOnlyList<AudioStream> streams, LanguageTag? wanted) =>
        streams.FirstOrDefault(stream => wanted is { } tag && stream.Language?.SharesLanguageWith(tag) is true)
        ?? (streams is [var first, ..] ? first : null);

    /// <returns>Those marked as default first, otherwise in their order.</returns>
    internal static IReadOnlyList<AudioStream> In(FFprobeJson json) =>
    [
        .. (json.Streams ?? [])
            .OfType<FFprobeStream>()
            .Where(stream => stream is { CodecType: "audio", Index: >= 0 })
            .OrderByDescending(stream => stream.Disposition?.Default > 0)
            .Select(stream => From(stream, json.Format)),
    ];

    private static AudioStream From(FFprobeStream stream, FFprobeFormat? format)
    {
        var start = Math.Max(0, (stream.StartTime ?? 0) - (format?.StartTime ?? 0));
        var end = stream.Duration is { } length ? start + length : format?.Duration;
        return new AudioStream(
            (int)stream.Index!.Value,
            (int)(stream.SampleRate ?? PcmFormat.SampleRate),
            TimeSpan.FromSeconds(start),
            MediaTime.Duration(end),
            MediaFiles.LanguageOf(stream),
            start is 0 && ExactFormats.Contains(format?.FormatName));
    }
}
