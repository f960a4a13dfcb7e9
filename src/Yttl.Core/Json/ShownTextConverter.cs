using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Text;

namespace Yttl.Core.Json;

/// <summary>Writes every text of a document as it may be shown. Reading takes it as it is; names of members stay.</summary>
/// <param name="show">What is written in place of a text.</param>
public sealed class ShownTextConverter(Func<string, string> show) : JsonConverter<string>
{
    /// <summary>As <see cref="ShownText"/>.</summary>
    public ShownTextConverter()
        : this(ShownText.From)
    {
    }

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(show(value));

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString()!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value);
}
