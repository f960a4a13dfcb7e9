using System.Text.Json.Serialization;

namespace Yttl.Core.Segments;

[JsonConverter(typeof(JsonStringEnumConverter<SectionMode>))]
public enum SectionMode
{
    /// <summary>The video's chapters where it has at least three, else topics.</summary>
    [JsonStringEnumMemberName("auto")] Auto,

    /// <summary>The video's chapters, however few; topics where it has none.</summary>
    [JsonStringEnumMemberName("chapters")] Chapters,

    /// <summary>Ends of sentences at which the topic, the speaker or the pace changes.</summary>
    [JsonStringEnumMemberName("topics")] Topics,

    /// <summary>By the clock: all of the same length, whatever is said.</summary>
    [JsonStringEnumMemberName("fixed")] Fixed,
}

/// <summary>How a transcript is divided into segments.</summary>
/// <param name="Minutes">
/// The length that segments are near where no chapter gives it, 1 to 30. They last from two fifths of it to eight fifths.
/// </param>
public sealed record SectionOptions(SectionMode Mode = SectionMode.Auto, int Minutes = SectionOptions.DefaultMinutes)
{
    public const int DefaultMinutes = 5;

    public const int MostMinutes = 30;

    public static readonly SectionOptions Default = new();

    [JsonIgnore]
    internal TimeSpan Target => TimeSpan.FromMinutes(Minutes);

    /// <summary>2 minutes of 5.</summary>
    [JsonIgnore]
    internal TimeSpan Shortest => Target * 0.4;

    /// <summary>8 minutes of 5.</summary>
    [JsonIgnore]
    internal TimeSpan Longest => Target * 1.6;

    /// <summary>How far a boundary looks ahead: 16 minutes of 5.</summary>
    [JsonIgnore]
    internal TimeSpan Horizon => Longest * 2;
}
