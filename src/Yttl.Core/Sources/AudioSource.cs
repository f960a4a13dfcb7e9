using Yttl.Core.Languages;

namespace Yttl.Core.Sources;

/// <summary>
/// Identifies the audio to decode and where it is. Excludes everything that changes while the audio does not, such as
/// the signed addresses of captions, so the hash of this record names the audio.
/// </summary>
public sealed record AudioSource
{
    /// <summary>This and the properties up to <see cref="IsLive"/> are those of <see cref="Video"/>.</summary>
    public required string Id { get; init; }

    public required string Extractor { get; init; }

    public Uri? Url { get; init; }

    public string? MediaPath { get; init; }

    public string? Revision { get; init; }

    public TimeSpan? Duration { get; init; }

    public LanguageTag? Language { get; init; }

    public bool IsLive { get; init; }

    /// <summary>The audio streams of a local file, the default one first. Null: not probed.</summary>
    public IReadOnlyList<AudioStream>? Streams { get; init; }

    public static AudioSource From(Video video, IReadOnlyList<AudioStream>? streams = null) => new()
    {
        Id = video.Id,
        Extractor = video.Extractor,
        Url = video.Url,
        MediaPath = video.MediaPath,
        Revision = video.Revision,
        Duration = video.Duration,
        Language = video.Language,
        IsLive = video.IsLive,
        Streams = streams,
    };
}
