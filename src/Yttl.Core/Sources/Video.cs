using Yttl.Core.Languages;

namespace Yttl.Core.Sources;

/// <summary>What is known of a source once it is resolved. Every text in it is untrusted.</summary>
public sealed record Video
{
    /// <summary>Names the report's files: the site's own id, or for a file its name and a hash of its content.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Who resolved it, in yt-dlp's words (<c>youtube</c>, <c>twitch:vod</c>, <c>vimeo</c>); <c>file</c> and <c>captions</c> for local ones.</summary>
    public required string Extractor { get; init; }

    /// <summary>The page a person would open; null for local files.</summary>
    public Uri? Url { get; init; }

    /// <summary>Full path of the media file; null for anything that is not a local media file.</summary>
    public string? MediaPath { get; init; }

    /// <summary>
    /// Changes when the content does. For a local file 64 hexadecimal digits of its size, its time of change and samples
    /// of its content; for a video at a site what the site says of its last change and its streams, null where it says
    /// nothing.
    /// </summary>
    public string? Revision { get; init; }

    /// <summary>Null where nobody knows: live streams, caption files.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The original language, where the site or the file says.</summary>
    public LanguageTag? Language { get; init; }

    public IReadOnlyList<Chapter> Chapters { get; init; } = [];

    /// <summary>Every caption track that may be used, in no order: the choice is made later.</summary>
    public IReadOnlyList<CaptionTrack> CaptionTracks { get; init; } = [];

    public bool IsLive { get; init; }
}
