using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Json;

namespace Yttl.Core.Sources;

/// <summary>Reads a number, with or without quotes: tools write both. Anything else becomes null.</summary>
internal sealed class LooseNumberConverter : JsonConverter<double?>
{
    public override bool HandleNull => true;

    public override double? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        double? value = null;
        if (reader.TokenType is JsonTokenType.Number && reader.TryGetDouble(out var number))
            value = number;
        else if (reader.TokenType is JsonTokenType.String
            && double.TryParse(
                LooseTextConverter.Text(ref reader), NumberStyles.Float, CultureInfo.InvariantCulture, out var text))
            value = text;
        else
            reader.Skip();
        return value is { } found && double.IsFinite(found) ? found : null;
    }

    public override void Write(Utf8JsonWriter writer, double? value, JsonSerializerOptions options) =>
        throw new NotSupportedException();
}
