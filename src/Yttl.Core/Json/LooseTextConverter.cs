using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yttl.Core.Json;

/// <summary>
/// Reads a text, or a number as text, or anything else as nothing. Half an emoji, which Python writes as a lone
/// surrogate and System.Text.Json refuses, becomes U+FFFD.
/// </summary>
internal sealed class LooseTextConverter : JsonConverter<string?>
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public override bool HandleNull => true;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return Text(ref reader);
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            default:
                reader.Skip();
                return null;
        }
    }

    public override string ReadAsPropertyName(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Text(ref reader);

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    /// <param name="element">A string.</param>
    internal static string Text(JsonElement element)
    {
        var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(element));
        reader.Read();
        return Text(ref reader);
    }

    internal static string Text(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
            return Encoding.UTF8.GetString(reader.ValueSpan);

        var raw = Encoding.UTF8.GetString(reader.ValueSpan);
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] is not '\\')
                text.Append(raw[i]);
            else if (raw[++i] is 'u')
                text.Append((char)ushort.Parse(raw.AsSpan((i += 4) - 3, 4), NumberStyles.HexNumber, Invariant));
            else
                text.Append(Unescape(raw[i]));
        }

        // Encoding replaces each lone surrogate by U+FFFD.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static char Unescape(char escaped) => escaped switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'b' => '\b',
        'f' => '\f',
        _ => escaped,
    };
}
