using System.IO.Compression;
using System.Text;
using Yttl.Whisper.Recognition;

namespace Yttl.Whisper.Http;

/// <summary>Formats a recognition in the requested format.</summary>
internal static class TranscriptionAnswer
{
    public static IResult From(Recognition.Recognition recognized, TranscriptionRequest request, TimeSpan duration)
    {
        var text = string.Concat(recognized.Segments.Select(segment => segment.Text)).Trim();
        return request.Format switch
        {
            TranscriptionFormat.Text => Results.Text(text + "\n", "text/plain; charset=utf-8"),
            TranscriptionFormat.VerboseJson => Results.Json(
                Verbose(recognized, text, request, duration), WireJson.Readable.VerboseDocument),
            _ => Results.Json(new TextDocument(text), WireJson.Readable.TextDocument),
        };
    }

    private static VerboseDocument Verbose(
        Recognition.Recognition recognized, string text, TranscriptionRequest request, TimeSpan duration) => new(
        "transcribe",
        recognized.Language,
        Seconds(duration),
        text,
        request.Segments ? [.. recognized.Segments.Select((segment, id) => Segment(segment, id, request, duration))] : null,
        request.Words
            ? [.. recognized.Segments.SelectMany(segment => segment.Words).Select(word => Word(word, duration))]
            : null);

    private static SegmentDocument Segment(
        RecognizedSegment segment, int id, TranscriptionRequest request, TimeSpan duration)
    {
        var start = Within(segment.Start, duration);
        return new SegmentDocument(
            id,
            (int)(start.TotalMilliseconds / 10),
            Seconds(start),
            Seconds(Later(start, Within(segment.End, duration))),
            segment.Text,
            segment.Tokens,
            request.Temperature,
            Math.Round(segment.LogProbability, 6),
            Math.Round(CompressionRatio(segment.Text), 6),
            Math.Round(segment.NoSpeech, 6));
    }

    private static WordDocument Word(RecognizedWord word, TimeSpan duration)
    {
        var start = Within(word.Start, duration);
        return new WordDocument(word.Text, Seconds(start), Seconds(Later(start, Within(word.End, duration))));
    }

    // The model processes windows of 30 s, padded with silence, and may end a segment in the padding.
    private static TimeSpan Within(TimeSpan time, TimeSpan duration) =>
        time < TimeSpan.Zero ? TimeSpan.Zero : time > duration ? duration : time;

    private static TimeSpan Later(TimeSpan start, TimeSpan end) => end < start ? start : end;

    /// <summary>
    /// The size of a text divided by its size compressed by zlib: above 2.4 the text repeats itself.
    /// https://github.com/openai/whisper/blob/main/whisper/utils.py
    /// </summary>
    /// <returns>0 for an empty text.</returns>
    private static double CompressionRatio(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(bytes);
        return bytes.Length == 0 ? 0 : bytes.Length / (double)packed.Length;
    }

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 3);
}
