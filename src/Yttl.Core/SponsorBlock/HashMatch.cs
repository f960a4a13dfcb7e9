using System.Text.Json.Serialization;

namespace Yttl.Core.SponsorBlock;

/// <summary>
/// The answer of <c>GET /api/skipSegments/{prefix}</c>: everything known of each video whose id's hash begins so. Any
/// part of it may be absent or absurd.
/// </summary>
/// <seealso href="https://wiki.sponsor.ajay.app/w/API_Docs">API documentation</seealso>
internal sealed record HashMatch(
    [property: JsonPropertyName("videoID")] string? VideoId,
    [property: JsonPropertyName("segments")] IReadOnlyList<SponsorSegment?>? Segments);

/// <param name="Segment">Start and end in seconds.</param>
/// <param name="VideoDuration">
/// The video's length in seconds when this was submitted; 0 or absent where nobody noted it.
/// </param>
internal sealed record SponsorSegment(
    [property: JsonPropertyName("category")] string? Category,
    [property: JsonPropertyName("actionType")] string? ActionType,
    [property: JsonPropertyName("segment")] IReadOnlyList<double>? Segment,
    [property: JsonPropertyName("videoDuration")] double? VideoDuration);

[JsonSerializable(typeof(IReadOnlyList<HashMatch?>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class HashMatchJson : JsonSerializerContext;
