using System.Buffers.Binary;
using Yttl.Core.Audio;

namespace Yttl.Core.Speech;

/// <summary>Adds the header of a WAV file to samples: http://soundfile.sapp.org/doc/WaveFormat/</summary>
internal static class WaveFile
{
    private const int HeaderLength = 44;

    public static async Task<ReadOnlyMemory<byte>> OfAsync(
        Stream samples, TimeSpan length, CancellationToken cancellationToken)
    {
        var data = checked((int)(PcmFormat.SampleAt(length) * PcmFormat.BytesPerSample));
        var file = new byte[HeaderLength + data];
        WriteHeader(file, data);
        await samples.ReadExactlyAsync(file.AsMemory(HeaderLength), cancellationToken);
        return file;
    }

    private static void WriteHeader(Span<byte> header, int data)
    {
        const int BytesPerSecond = PcmFormat.SampleRate * PcmFormat.BytesPerSample;
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], HeaderLength - 8 + data);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(header[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(header[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], PcmFormat.SampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], BytesPerSecond);
        BinaryPrimitives.WriteInt16LittleEndian(header[32..], PcmFormat.BytesPerSample);
        BinaryPrimitives.WriteInt16LittleEndian(header[34..], PcmFormat.BytesPerSample * 8);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[40..], data);
    }
}
