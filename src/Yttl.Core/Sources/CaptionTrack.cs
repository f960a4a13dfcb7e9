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

/// <summary>How much of what is said a track has. Best first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CaptionRole>))]
public enum CaptionRole
{
    /// <summary>All of it, as far as is known.</summary>
    Full,

    /// <summary>For the hard of hearing: all of it, and the sounds.</summary>
    HearingImpaired,

    /// <summary>All of it, as a machine recognised it.</summary>
    Automatic,

    /// <summary>Remarks on the video, which are not said in it.</summary>
    Commentary,

    /// <summary>Signs, songs, or the few lines in another language, for those who understand the rest.</summary>
    Forced,
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

    /// <summary>ffprobe's name of the stream's codec: <c>subrip</c>, <c>hdmv_pgs_subtitle</c>. Null: a text.</summary>
    public string? Codec { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public CaptionRole Role { get; init; }

    /// <summary>Whether the file marks it as the one that players show.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsDefault { get; init; }

    /// <summary>Whether it is the only caption file beside a media file, with another name: it may be of another video.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool MayBeOfAnother { get; init; }
}
