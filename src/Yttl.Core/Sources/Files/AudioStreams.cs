namespace Yttl.Core.Sources.Files;

/// <summary>Reads the audio streams from ffprobe's output.</summary>
internal static class AudioStreams
{
    /// <summary>The sample rate in hertz where the file gives none.</summary>
    private const int UsualRate = 16_000;

    // Measured with ffmpeg 5.1: WebM is off by up to 1 ms after a seek, MP3, ADTS and Ogg by more.
    private static readonly string[] ExactFormats = ["mov,mp4,m4a,3gp,3g2,mj2", "wav", "flac"];

    /// <returns>The default streams first, otherwise in their order.</returns>
    public static IReadOnlyList<AudioStream> In(FFprobeJson json) =>
    [
        .. (json.Streams ?? [])
            .OfType<FFprobeStream>()
            .Where(stream => stream is { CodecType: "audio", Index: >= 0 })
            .OrderByDescending(stream => stream.IsDefault)
            .Select(stream => From(stream, json.Format)),
    ];

    private static AudioStream From(FFprobeStream stream, FFprobeFormat? format)
    {
        var start = Math.Max(0, (stream.StartTime ?? 0) - (format?.StartTime ?? 0));
        var end = stream.Duration is { } length ? start + length : format?.Duration;
        return new AudioStream(
            (int)stream.Index!.Value,
            (int)(stream.SampleRate ?? UsualRate),
            TimeSpan.FromSeconds(start),
            MediaTime.Duration(end),
            MediaFiles.LanguageOf(stream),
            start is 0 && ExactFormats.Contains(format?.FormatName));
    }
}
