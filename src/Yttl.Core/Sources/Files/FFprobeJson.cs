using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Json;

namespace Yttl.Core.Sources.Files;

/// <summary>
/// ffprobe's output: https://ffmpeg.org/ffprobe.html#json. Any field may be missing, and numbers are in quotes.
/// </summary>
internal sealed record FFprobeJson(
    FFprobeFormat? Format, IReadOnlyList<FFprobeStream?>? Streams, IReadOnlyList<FFprobeChapter?>? Chapters);

internal sealed record FFprobeFormat(string? FormatName, double? Duration, IReadOnlyDictionary<string, string?>? Tags)
{
    public double? StartTime { get; init; }
}

internal sealed record FFprobeStream(
    double? Index,
    string? CodecType,
    string? CodecName,
    double? Duration,
    IReadOnlyDictionary<string, double?>? Disposition,
    IReadOnlyDictionary<string, string?>? Tags)
{
    public double? StartTime { get; init; }

    public double? SampleRate { get; init; }

    public bool IsDefault => Has("default");

    /// <param name="disposition">Such as <c>forced</c>: https://ffmpeg.org/ffmpeg.html (-disposition).</param>
    public bool Has(string disposition) => Disposition?.GetValueOrDefault(disposition) > 0;
}

internal sealed record FFprobeChapter(double? StartTime, double? EndTime, IReadOnlyDictionary<string, string?>? Tags);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(LooseTextConverter), typeof(LooseNumberConverter)])]
[JsonSerializable(typeof(FFprobeJson))]
internal sealed partial class FFprobeJsonContext : JsonSerializerContext
{
    /// <exception cref="JsonException">The text is not ffprobe's output.</exception>
    public static FFprobeJson? Read(string json) => JsonSerializer.Deserialize(json, Default.FFprobeJson);
}
