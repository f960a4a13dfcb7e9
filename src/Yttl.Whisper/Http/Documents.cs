using System.Text.Json.Serialization;

namespace Yttl.Whisper.Http;

// The records of the OpenAI protocol; times in seconds.

internal sealed record ErrorDocument(ErrorDetail Error);

internal sealed record ErrorDetail(
    string Message,
    string Type,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Param,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Code);

internal sealed record TextDocument(string Text);

internal sealed record VerboseDocument(
    string Task,
    string? Language,
    double Duration,
    string Text,
    IReadOnlyList<SegmentDocument>? Segments,
    IReadOnlyList<WordDocument>? Words);

internal sealed record SegmentDocument(
    int Id,
    int Seek,
    double Start,
    double End,
    string Text,
    IReadOnlyList<int> Tokens,
    double Temperature,
    double AvgLogprob,
    double CompressionRatio,
    double NoSpeechProb);

internal sealed record WordDocument(string Word, double Start, double End);

internal sealed record ModelListDocument(string Object, IReadOnlyList<ModelDocument> Data);

internal sealed record ModelDocument(string Id, string Object, long Created, string OwnedBy);

internal sealed record ServerHealthDocument(
    string Status,
    string Model,
    string? Message = null,
    string? Runtime = null,
    string? Device = null,
    string? SystemInfo = null,
    int? Processors = null,
    int? Threads = null,
    int? AtWork = null,
    int? Waiting = null);
