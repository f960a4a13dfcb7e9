using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yttl.Core.Json;

/// <summary>
/// A number too large for a double is damage. System.Text.Json reads it as infinity, which nothing can write again.
/// </summary>
public sealed class FiniteNumberConverter : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDouble() is var number && double.IsFinite(number)
            ? number
            : throw new JsonException("not a finite number");

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value);
}
