using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Json;

namespace Yttl.Core.Sources.Sites;

/// <summary>
/// yt-dlp's output for a video, a list or an entry of one. Any field may be missing. The fields are those of
/// https://github.com/yt-dlp/yt-dlp/blob/master/yt_dlp/extractor/common.py (class InfoExtractor).
/// </summary>
internal sealed record YtDlpJson
{
    /// <summary>
    /// Null for a video; also <c>playlist</c>, <c>multi_video</c>, <c>url</c>, <c>url_transparent</c>.
    /// </summary>
    [JsonPropertyName("_type")]
    public string? Type { get; init; }

    public string? Id { get; init; }

    public string? Title { get; init; }

    public string? Url { get; init; }

    public string? WebpageUrl { get; init; }

    public string? Extractor { get; init; }

    public string? IeKey { get; init; }

    public string? Channel { get; init; }

    public string? Uploader { get; init; }

    /// <summary>The day in UTC on which the site published it, as <c>YYYYMMDD</c>.</summary>
    public string? UploadDate { get; init; }

    public string? Language { get; init; }

    public double? Duration { get; init; }

    public bool? IsLive { get; init; }

    /// <summary><c>is_live</c>, <c>is_upcoming</c>, <c>was_live</c>, <c>not_live</c>, <c>post_live</c>.</summary>
    public string? LiveStatus { get; init; }

    /// <summary>When it is or was broadcast, in seconds since 1970.</summary>
    public double? ReleaseTimestamp { get; init; }

    /// <summary>When the site published it, in seconds since 1970.</summary>
    public double? Timestamp { get; init; }

    public double? ModifiedTimestamp { get; init; }

    /// <summary>From the worst to the best.</summary>
    public IReadOnlyList<YtDlpFormat?>? Formats { get; init; }

    public IReadOnlyList<RawChapter?>? Chapters { get; init; }

    public Dictionary<string, IReadOnlyList<YtDlpSubtitle?>?>? Subtitles { get; init; }

    public Dictionary<string, IReadOnlyList<YtDlpSubtitle?>?>? AutomaticCaptions { get; init; }

    public IReadOnlyList<YtDlpJson?>? Entries { get; init; }

    public bool IsList => Type is "playlist" or "multi_video";
}

/// <param name="Acodec"><c>none</c> where the format has no audio.</param>
/// <param name="Vcodec"><c>none</c> where the format has no picture.</param>
/// <param name="Filesize">In bytes; null where the site gives none.</param>
internal sealed record YtDlpFormat(string? FormatId, string? Acodec, string? Vcodec, double? Filesize);

internal sealed record YtDlpSubtitle(string? Url, string? Ext, string? Name, string? Protocol);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(LooseTextConverter), typeof(LooseNumberConverter), typeof(LooseFlagConverter)])]
[JsonSerializable(typeof(YtDlpJson))]
internal sealed partial class YtDlpJsonContext : JsonSerializerContext
{
    /// <exception cref="JsonException">The text is not yt-dlp's output.</exception>
    public static YtDlpJson? Read(string json) => JsonSerializer.Deserialize(json, Default.YtDlpJson);
}
