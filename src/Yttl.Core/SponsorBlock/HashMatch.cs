using System.Text.Json.Serialization;

namespace Yttl.Core.SponsorBlock;

/// <summary>
/// The response of <c>GET /api/skipSegments/{prefix}</c>: the marks of each video whose id's hash starts with the
/// prefix. Any part of it may be absent or invalid.
/// </summary>
/// <seealso href="https://wiki.sponsor.ajay.app/w/API_Docs">API documentation</seealso>
internal sealed record HashMatch(
    [property: JsonPropertyName("videoID")] string? VideoId,
    [property: JsonPropertyName("segments")] IReadOnlyList<SponsorSegment?>? Segments);

/// <param name="Segment">Start and end in seconds.</param>
/// <param name="VideoDuration">
/// Length of the video in seconds at the time of submission; 0 or absent where it was not recorded.
/// </param>
internal sealed record SponsorSegment(
    [property: JsonPropertyName("category")] string? Category,
    [property: JsonPropertyName("actionType")] string? ActionType,
    [property: JsonPropertyName("segment")] IReadOnlyList<double>? Segment,
    [property: JsonPropertyName("videoDuration")] double? VideoDuration);

[JsonSerializable(typeof(IReadOnlyList<HashMatch?>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class HashMatchJson : JsonSerializerContext;
