using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yttl.Core.Json;

/// <summary>Writes a value as its text, and reads it back through <see cref="IParsable{TSelf}"/>.</summary>
public sealed class TextConverter<T> : JsonConverter<T>
    where T : IParsable<T>
{
    /// <summary>Null is the text of no value: refused.</summary>
    public override bool HandleNull => true;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.TryParse(reader.GetString(), null, out var value)
            ? value
            : throw new JsonException($"not a {typeof(T).Name}");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
