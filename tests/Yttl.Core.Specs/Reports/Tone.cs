using System.Buffers.Binary;

namespace Yttl.Core.Specs.Reports;

/// <summary>A recording that any browser plays: silence as 8 kHz, 8-bit PCM.</summary>
internal static class Tone
{
    private const int Rate = 8000;

    /// <summary>RIFF WAVE: http://soundfile.sapp.org/doc/WaveFormat/</summary>
    public static byte[] Wave(int seconds)
    {
        var samples = seconds * Rate;
        var wave = new byte[44 + samples];
        "RIFF"u8.CopyTo(wave);
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(4), 36 + samples);
        "WAVEfmt "u8.CopyTo(wave.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(24), Rate);
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(28), Rate);
        BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(32), 1);
        BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(34), 8);
        "data"u8.CopyTo(wave.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(40), samples);
        wave.AsSpan(44).Fill(128);
        return wave;
    }
}
