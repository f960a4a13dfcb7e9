using System.Globalization;
using Yttl.Core.Audio;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.Core.Processes;
using Yttl.Core.Providers;

namespace Yttl.Core.Speech;

/// <summary>Encodes samples for an upload, within the limits of the recogniser.</summary>
/// <param name="limits">The limits of one upload; only bytes and seconds are used.</param>
public sealed class ChunkEncoder(
    SpeechEncoding encoding, RecognizerProfile limits, ProcessRunner processes, Toolset tools)
{
    private const string OpusRate = "32k";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public SpeechEncoding Encoding => encoding;

    /// <summary>
    /// Returns the upper bound of the bytes per second. Opus keeps to its rate within a few per cent, and Ogg adds a
    /// few more. FLAC of noise is larger than the samples by its frame headers.
    /// </summary>
    public static double MostBytesPerSecond(SpeechEncoding encoding) => encoding switch
    {
        SpeechEncoding.Opus => 4_800,
        SpeechEncoding.Flac => 32_500,
        _ => PcmFormat.SampleRate * PcmFormat.BytesPerSample,
    };

    /// <param name="samples">In <see cref="PcmFormat"/>, with a duration of exactly <paramref name="length"/>.</param>
    /// <exception cref="YttlException">
    /// <c>speech.too-large</c>: more than one upload may hold. <c>speech.encode</c>, <c>tool.missing</c>,
    /// <c>tool.timeout</c>: ffmpeg could not encode it. None is transient.
    /// </exception>
    public async Task<ReadOnlyMemory<byte>> EncodeAsync(
        Stream samples, TimeSpan length, CancellationToken cancellationToken)
    {
        if (length > limits.MaxLength)
            throw TooLong(length);
        var upload = encoding == SpeechEncoding.Wav
            ? await WaveFile.OfAsync(samples, length, cancellationToken)
            : await TrackedCall.RunAsync(TrackedCall.FFmpeg, () => PackAsync(samples, cancellationToken));
        return upload.Length <= limits.MaxBytes ? upload : throw TooLarge(upload.Length);
    }

    private async Task<ReadOnlyMemory<byte>> PackAsync(Stream samples, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        var end = await processes.PipeAsync(
            new ToolCall(tools.FFmpeg, Arguments(), Patience),
            samples,
            (stdout, token) => stdout.CopyToAsync(output, token),
            cancellationToken);
        return end.ExitCode == 0 && output.Length > 0
            ? output.GetBuffer().AsMemory(0, (int)output.Length)
            : throw new YttlException(FailureCategory.Processing, "speech.encode",
                $"ffmpeg could not encode audio for the recogniser ({end.ErrorTail.Trim()}): "
                + "install an ffmpeg with libopus and flac");
    }

    private string[] Arguments() =>
    [
        "-v", "error", "-nostdin", "-f", "s16le",
        "-ar", PcmFormat.SampleRate.ToString(CultureInfo.InvariantCulture), "-ac", "1", "-i", "pipe:0",
        .. encoding == SpeechEncoding.Opus
            ? (string[])["-c:a", "libopus", "-b:a", OpusRate, "-application", "voip", "-compression_level", "5", "-f", "ogg"]
            : ["-c:a", "flac", "-f", "flac"],
        "pipe:1",
    ];

    private YttlException TooLong(TimeSpan length) => new(FailureCategory.Api, "speech.too-large",
        string.Create(CultureInfo.InvariantCulture,
            $"a chunk of {length.TotalSeconds:0} seconds is longer than the {limits.MaxLength.TotalSeconds:0} seconds ")
        + $"that the recogniser accepts: use a smaller {SettingName.For("chunk_seconds")}");

    private YttlException TooLarge(long bytes) => new(FailureCategory.Api, "speech.too-large",
        string.Create(CultureInfo.InvariantCulture,
            $"a chunk of {bytes:N0} bytes is larger than the {limits.MaxBytes:N0} bytes that the recogniser accepts: ")
        + $"use a smaller {SettingName.For("chunk_seconds")}");
}
