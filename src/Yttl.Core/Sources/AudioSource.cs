using Yttl.Core.Languages;

namespace Yttl.Core.Sources;

/// <summary>
/// What is to be decoded: all that tells one sound from another, where it is to be had, and nothing that changes while
/// the sound does not, such as the signed addresses of captions. So the hash of this names the sound.
/// </summary>
public sealed record AudioSource
{
    /// <summary>As those of <see cref="Video"/>.</summary>
    public required string Id { get; init; }

    public required string Extractor { get; init; }

    public Uri? Url { get; init; }

    public string? MediaPath { get; init; }

    public string? Revision { get; init; }

    public TimeSpan? Duration { get; init; }

    public LanguageTag? Language { get; init; }

    public bool IsLive { get; init; }

    /// <summary>The audio streams of a local file, the default one first; null where nobody has looked.</summary>
    public IReadOnlyList<AudioStream>? Streams { get; init; }

    public static AudioSource Of(Video video, IReadOnlyList<AudioStream>? streams = null) => new()
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
