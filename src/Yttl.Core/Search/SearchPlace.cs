using System.Text.Json.Serialization;

namespace Yttl.Core.Search;

/// <summary>What contains the words of a hit.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SearchPlace>))]
public enum SearchPlace
{
    [JsonStringEnumMemberName("title")] Title,
    [JsonStringEnumMemberName("summary")] Summary,
    [JsonStringEnumMemberName("transcript")] Transcript,

    /// <summary>The title of a segment.</summary>
    [JsonStringEnumMemberName("section")] Section,
}
