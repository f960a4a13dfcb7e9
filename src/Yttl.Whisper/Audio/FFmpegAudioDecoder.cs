using System.Globalization;
using System.Runtime.InteropServices;
using FFMpegCore;
using FFMpegCore.Enums;
using FFMpegCore.Exceptions;

namespace Yttl.Whisper.Audio;

/// <summary>
/// Decodes with ffmpeg through FFMpegCore, from file to file: FFMpegCore closes the output pipe when the process exits,
/// even with unread data, so the end of a recording could be lost without an error.
/// </summary>
/// <param name="longest">
/// Maximum length of audio; longer audio is rejected, since it would fill the memory (64 KB per second).
/// </param>
internal sealed class FFmpegAudioDecoder(TimeSpan longest) : IAudioDecoder
{
    public const int SampleRate = 16_000;

    /// <summary>
    /// Containers and plain streams, by ffmpeg's names. Excludes playlists and scripts (hls, concat, dash, sdp, …):
    /// they name other files, and ffmpeg would open what the client may not.
    /// </summary>
    private const string Formats =
        "aac,ac3,aiff,amr,ape,asf,au,avi,caf,dts,eac3,flac,flv,matroska,mov,mp3,mpc,mpc8,mpeg,mpegts,mxf,nut,ogg,rm,tta,"
        + "voc,w64,wav,wv";

    public async Task<float[]> DecodeAsync(string path, CancellationToken cancellationToken)
    {
        var raw = path + ".f32";
        try
        {
            await ConvertAsync(path, raw, cancellationToken);
            var samples = await ReadAsync(raw, cancellationToken);
            return samples.Length <= longest.TotalSeconds * SampleRate
                ? samples
                : throw new AudioException(
                    $"The audio is longer than {longest.TotalHours.ToString("0.#", CultureInfo.InvariantCulture)} hours: "
                    + "send it in parts.");
        }
        catch (FFMpegProcessException e)
        {
            throw new AudioException(Message(e, path), e);
        }
        finally
        {
            File.Delete(raw);
        }
    }

    // Explicit options stop FFMpegCore from reading an ffmpeg.config.json in the server's working folder.
    private Task<FFMpegResult> ConvertAsync(string path, string raw, CancellationToken cancellationToken) =>
        FFMpegArguments
            .FromFileInput(path, input => input.WithCustomArgument($"-protocol_whitelist file -format_whitelist {Formats}"))
            .OutputToFile(raw, output => output
                .WithMap(0, StreamType.Audio, 0)
                .WithAudioChannels(1)
                .WithAudioSamplingRate(SampleRate)
                .WithDuration(longest + TimeSpan.FromSeconds(1))
                .ForceFormat("f32le"))
            .WithLogLevel(FFMpegLogLevel.Error)
            .CancellableThrough(cancellationToken, gracePeriod: TimeSpan.Zero)
            .ProcessAsynchronously(throwOnError: true, new FFOptions(), CancellationToken.None);

    private static async Task<float[]> ReadAsync(string raw, CancellationToken cancellationToken)
    {
        var samples = new float[new FileInfo(raw).Length / sizeof(float)];
        await using var file = File.OpenRead(raw);
        var done = 0;
        while (done < samples.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var part = MemoryMarshal.AsBytes(samples.AsSpan(done, Math.Min(samples.Length - done, SampleRate * 60)));
            file.ReadExactly(part);
            done += part.Length / sizeof(float);
        }

        return samples;
    }

    /// <summary>Includes ffmpeg's first error line, which names the cause, without paths of this machine.</summary>
    private static string Message(FFMpegProcessException e, string path)
    {
        var lines = e.Result.StandardError;
        if (lines.Any(line => line.Contains("matches no streams", StringComparison.Ordinal)))
            return "The file has no audio.";
        var reason = lines.FirstOrDefault("nothing").Trim().Replace(path, "the file", StringComparison.Ordinal);
        return $"The file cannot be decoded; is it a complete audio or video file? ffmpeg reports: {reason}";
    }
}
