using System.Text.Json.Serialization;
using Yttl.Core.Languages;

namespace Yttl.Core.Sources;

/// <summary>A resolved source. All its text is untrusted.</summary>
public sealed record Video
{
    /// <summary>Names the report's files: the site's id, or for a file its name and a hash of its content.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>
    /// What resolved it, by yt-dlp's name (<c>youtube</c>, <c>twitch:vod</c>, <c>vimeo</c>); <c>file</c> and
    /// <c>captions</c> for local ones.
    /// </summary>
    public required string Extractor { get; init; }

    /// <summary>The page to open in a browser; null for local files.</summary>
    public Uri? Url { get; init; }

    /// <summary>The full path of a local media file; null for other sources.</summary>
    public string? MediaPath { get; init; }

    /// <summary>
    /// Changes with the content. For a local file, 64 hexadecimal digits of its size, its time of change and samples of
    /// its content. For a site's video, its last change and its stream; null where the site gives neither.
    /// </summary>
    public string? Revision { get; init; }

    /// <summary>Null where it is unknown: live streams, caption files.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Who published it, by the site's name for them; null where the source gives none.</summary>
    public string? Channel { get; init; }

    /// <summary>The day of its publication, in UTC; null where the source gives none.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The original language; null where the site or the file gives none.</summary>
    public LanguageTag? Language { get; init; }

    public IReadOnlyList<Chapter> Chapters { get; init; } = [];

    /// <summary>Every caption track that may be used, unordered.</summary>
    public IReadOnlyList<CaptionTrack> CaptionTracks { get; init; } = [];

    /// <summary>Why the site gave no captions, or not all, as a clause; null where it gave all, or no reason.</summary>
    public string? CaptionsMissing { get; init; }

    public bool IsLive { get; init; }

    /// <summary>Whether it is a caption file by itself: it has no sound, and lasts as long as its cues.</summary>
    [JsonIgnore]
    public bool IsCaptionFile => Extractor == CaptionFile.Extractor;
}
