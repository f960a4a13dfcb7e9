using System.Globalization;

namespace Yttl.Whisper.Http;

/// <param name="Language">Language code as sent; null to detect the language.</param>
/// <param name="Temperature">From 0 to 1.</param>
internal sealed record TranscriptionRequest(
    TranscriptionFormat Format, string? Language, string? Prompt, float Temperature, bool Segments, bool Words)
{
    /// <summary>
    /// Reads the form's fields. Ignores the model's name, since a server has one model, and unknown fields, since
    /// OpenAI's clients send more than this server supports.
    /// </summary>
    /// <exception cref="RequestException">A field has a value that this server does not support.</exception>
    public static TranscriptionRequest Read(ILookup<string, string> fields)
    {
        var granularities = fields["timestamp_granularities[]"].Concat(fields["timestamp_granularities"]).ToList();
        if (granularities.Find(name => name is not ("word" or "segment")) is { } unknown)
            throw new RequestException(
                $"'{unknown}' is not a granularity: use word or segment.", "timestamp_granularities", "invalid_value");
        return new TranscriptionRequest(
            FormatOf(Single(fields, "response_format")),
            LanguageOf(Single(fields, "language")),
            Single(fields, "prompt"),
            TemperatureOf(Single(fields, "temperature")),
            Segments: granularities.Count == 0 || granularities.Contains("segment"),
            Words: granularities.Contains("word"));
    }

    private static TranscriptionFormat FormatOf(string? text) => text switch
    {
        null or "json" => TranscriptionFormat.Json,
        "verbose_json" => TranscriptionFormat.VerboseJson,
        "text" => TranscriptionFormat.Text,
        _ => throw new RequestException(
            $"'{text}' is not supported: use json, verbose_json or text.", "response_format", "invalid_value"),
    };

    // whisper-server's value for detection is 'auto'; Whisper does not use the region of a tag.
    private static string? LanguageOf(string? text) =>
        text is null or "auto" ? null : text.Split('-', '_')[0].ToLowerInvariant();

    private static float TemperatureOf(string? text)
    {
        if (text is null)
            return 0;
        if (float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value is >= 0 and <= 1)
            return value;
        throw new RequestException(
            $"The temperature is '{text}', but must lie between 0 and 1.", "temperature", "invalid_value");
    }

    private static string? Single(ILookup<string, string> fields, string name) =>
        fields[name].LastOrDefault()?.Trim() is { Length: > 0 } value ? value : null;
}
