using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Json;

namespace Yttl.Core.Captions;

/// <summary>One timed line of a transcript. <see cref="Text"/> is plain, untrusted text without markup.</summary>
[JsonConverter(typeof(CueConverter))]
public sealed record Cue(TimeSpan Start, TimeSpan End, string Text)
{
    /// <summary>
    /// The speaker's name, or the label that a recogniser gave; plain, untrusted text on one line. Null where it is unknown.
    /// </summary>
    public string? Speaker { get; init; }

    /// <summary>Returns when a letter of <see cref="Text"/> is spoken, as if all letters took equally long.</summary>
    /// <param name="letter">An index in the text, or its length.</param>
    internal TimeSpan TimeAt(int letter) => Start + (End - Start) * ((double)letter / Text.Length);
}

/// <summary>
/// Reads and writes a cue as its properties would be. A transcript has up to a million, and each step reads them all: the
/// serializer takes twice as long and leaves an object with the arguments of each behind.
/// </summary>
internal sealed class CueConverter : JsonConverter<Cue>
{
    public override Cue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var (start, end) = (TimeSpan.Zero, TimeSpan.Zero);
        string? text = null, speaker = null;
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("a cue is an object");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("start"u8))
                start = Time(ref reader);
            else if (reader.ValueTextEquals("end"u8))
                end = Time(ref reader);
            else if (reader.ValueTextEquals("text"u8))
                text = Text(ref reader);
            else if (reader.ValueTextEquals("speaker"u8))
                speaker = Text(ref reader);
            else
                reader.Skip();
        }

        return new Cue(start, end, text ?? throw new JsonException("a cue has no text")) { Speaker = speaker };
    }

    public override void Write(Utf8JsonWriter writer, Cue value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("start"u8);
        SecondsConverter.Write(writer, value.Start);
        writer.WritePropertyName("end"u8);
        SecondsConverter.Write(writer, value.End);
        writer.WritePropertyName("text"u8);
        WriteText(writer, value.Text, options);
        if (value.Speaker is not null || options.DefaultIgnoreCondition is not JsonIgnoreCondition.WhenWritingNull)
        {
            writer.WritePropertyName("speaker"u8);
            WriteText(writer, value.Speaker, options);
        }

        writer.WriteEndObject();
    }

    private static TimeSpan Time(ref Utf8JsonReader reader)
    {
        reader.Read();
        return SecondsConverter.Read(ref reader);
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString();
    }

    /// <summary>Reports balance the text that they show.</summary>
    private static void WriteText(Utf8JsonWriter writer, string? text, JsonSerializerOptions options)
    {
        for (var i = 0; text is not null && i < options.Converters.Count; i++)
            if (options.Converters[i] is JsonConverter<string> shown)
            {
                shown.Write(writer, text, options);
                return;
            }

        writer.WriteStringValue(text);
    }
}
