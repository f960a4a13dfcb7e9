using Yttl.Core.Audio;

namespace Yttl.TestKit.Tones;

/// <summary>
/// How a number sounds: a marker tone, then four tones for its hexadecimal digits and one for their checksum. All tones
/// lie in the band that speech codecs keep.
/// </summary>
internal static class ToneCode
{
    public const int Marker = 3000;
    public const int Symbols = 5;

    /// <summary>Samples of a tone: 40 ms.</summary>
    public const int SymbolLength = PcmFormat.SampleRate / 25;

    /// <summary>Samples of a word: 240 ms.</summary>
    public const int WordLength = (Symbols + 1) * SymbolLength;

    /// <summary>In Hz, 120 apart, by digit.</summary>
    public static double Frequency(int digit) => 600 + 120 * digit;

    /// <param name="number">0 to 65,535.</param>
    public static int[] Digits(int number)
    {
        int[] digits = [number >> 12 & 15, number >> 8 & 15, number >> 4 & 15, number & 15];
        return [.. digits, Checksum(digits)];
    }

    public static int Checksum(ReadOnlySpan<int> digits)
    {
        var sum = 7;
        for (var i = 0; i < 4; i++)
            sum = sum * 5 + digits[i];
        return sum & 15;
    }
}
