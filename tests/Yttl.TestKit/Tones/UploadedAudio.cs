using System.Diagnostics;
using System.Runtime.InteropServices;
using Yttl.Core.Audio;

namespace Yttl.TestKit.Tones;

/// <summary>An uploaded file as samples.</summary>
internal static class UploadedAudio
{
    private const int WaveHeader = 44;

    /// <returns>Samples from -1 to 1; empty where ffmpeg finds no audio in it.</returns>
    public static async Task<float[]> DecodeAsync(byte[] file)
    {
        var pcm = file.AsSpan().StartsWith("RIFF"u8) && file.Length > WaveHeader
            ? file.AsMemory(WaveHeader)
            : await ByFFmpegAsync(file);
        var samples = new float[pcm.Length / PcmFormat.BytesPerSample];
        var shorts = MemoryMarshal.Cast<byte, short>(pcm.Span);
        for (var i = 0; i < samples.Length; i++)
            samples[i] = shorts[i] / (float)short.MaxValue;
        return samples;
    }

    private static async Task<Memory<byte>> ByFFmpegAsync(byte[] file)
    {
        var start = new ProcessStartInfo("ffmpeg",
            ["-v", "error", "-i", "pipe:0", "-f", "s16le", "-ac", "1", "-ar", $"{PcmFormat.SampleRate}", "pipe:1"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var ffmpeg = Process.Start(start)!;
        using var output = new MemoryStream();
        var reading = ffmpeg.StandardOutput.BaseStream.CopyToAsync(output);
        try
        {
            await ffmpeg.StandardInput.BaseStream.WriteAsync(file);
            ffmpeg.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has seen enough of a file that is no audio.
        }

        await reading;
        await ffmpeg.WaitForExitAsync();
        return output.GetBuffer().AsMemory(0, (int)output.Length);
    }
}
