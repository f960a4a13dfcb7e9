using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yttl.Core.Json;

/// <summary>Times are seconds as JSON numbers, with millisecond precision.</summary>
public sealed class SecondsConverter : JsonConverter<TimeSpan>
{
    private const int Decimals = 3;

    /// <summary>Fits into milliseconds, and is no more than a double has digits for.</summary>
    private const int LongestExact = 15;

    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => Write(writer, value);

    internal static TimeSpan Read(ref Utf8JsonReader reader)
    {
        if (reader is { TokenType: JsonTokenType.Number, HasValueSequence: false } && Milliseconds(reader.ValueSpan) is { } exact)
            return TimeSpan.FromTicks(exact * TimeSpan.TicksPerMillisecond);
        var milliseconds = Math.Round(reader.GetDouble() * 1000);
        return Math.Abs(milliseconds) < TimeSpan.MaxValue.TotalMilliseconds
            ? TimeSpan.FromMilliseconds(milliseconds)
            : throw new JsonException("not a length of time");
    }

    /// <summary>With as few digits as it has.</summary>
    internal static void Write(Utf8JsonWriter writer, TimeSpan value)
    {
        var (number, decimals) = ((long)Math.Round(value.TotalMilliseconds), (byte)Decimals);
        for (; decimals > 0 && number % 10 == 0; number /= 10)
            decimals--;
        var size = Math.Abs(number);
        writer.WriteNumberValue(new decimal((int)size, (int)(size >> 32), hi: 0, isNegative: number < 0, decimals));
    }

    /// <summary>
    /// Reads a number as <see cref="Write(Utf8JsonWriter, TimeSpan)"/> writes it; null for any other. A transcript has millions.
    /// </summary>
    private static long? Milliseconds(ReadOnlySpan<byte> text)
    {
        var (number, decimals) = (0L, -1);
        if (text.Length is 0 or > LongestExact)
            return null;
        foreach (var letter in text)
        {
            if (letter == '.' && decimals < 0)
                decimals = 0;
            else if (char.IsAsciiDigit((char)letter) && decimals < Decimals)
                (number, decimals) = (number * 10 + letter - '0', decimals < 0 ? decimals : decimals + 1);
            else
                return null;
        }

        for (var i = Math.Max(0, decimals); i < Decimals; i++)
            number *= 10;
        return number;
    }
}
