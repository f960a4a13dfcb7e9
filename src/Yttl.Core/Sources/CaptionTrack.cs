using System.Text.Json.Serialization;
using Yttl.Core.Languages;

namespace Yttl.Core.Sources;

[JsonConverter(typeof(JsonStringEnumConverter<CaptionTrackKind>))]
public enum CaptionTrackKind
{
    /// <summary>Written by a person and published with the video.</summary>
    Manual,

    /// <summary>Recognised by the site, in the spoken language.</summary>
    Automatic,

    /// <summary>Translated by the site from another track.</summary>
    Translated,

    /// <summary>A subtitle stream inside the media file.</summary>
    Embedded,

    /// <summary>A caption file: the source itself, or a file beside a media file.</summary>
    File,
}

/// <summary>
/// Where captions are. Exactly one of <see cref="Url"/>, <see cref="Path"/> and <see cref="StreamIndex"/> is set.
/// </summary>
/// <param name="Format">
/// The format's usual extension in lower case: <c>json3</c>, <c>vtt</c>, <c>srt</c>, <c>srv3</c>, …; null where only
/// the content shows it.
/// </param>
public sealed record CaptionTrack(CaptionTrackKind Kind, LanguageTag? Language, string? Format, string? Name)
{
    public Uri? Url { get; init; }

    public string? Path { get; init; }

    /// <summary>Changes with the file at <see cref="Path"/>, as <see cref="Video.Revision"/>.</summary>
    public string? Revision { get; init; }

    /// <summary>ffprobe's index of the subtitle stream in the video's media file.</summary>
    public int? StreamIndex { get; init; }
}
