using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yttl.Core.Json;

/// <summary>Times are seconds as JSON numbers, with millisecond precision.</summary>
public sealed class SecondsConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => Write(writer, value);

    internal static TimeSpan Read(ref Utf8JsonReader reader)
    {
        var milliseconds = Math.Round(reader.GetDouble() * 1000);
        return Math.Abs(milliseconds) < TimeSpan.MaxValue.TotalMilliseconds
            ? TimeSpan.FromMilliseconds(milliseconds)
            : throw new JsonException("not a length of time");
    }

    internal static void Write(Utf8JsonWriter writer, TimeSpan value) =>
        writer.WriteNumberValue(Seconds((long)Math.Round(value.TotalMilliseconds)));

    /// <summary>With as few digits as it has.</summary>
    private static decimal Seconds(long milliseconds)
    {
        byte digits = 3;
        for (; digits > 0 && milliseconds % 10 == 0; digits--)
            milliseconds /= 10;
        var size = Math.Abs(milliseconds);
        return new decimal((int)size, (int)(size >> 32), 0, milliseconds < 0, digits);
    }
}
