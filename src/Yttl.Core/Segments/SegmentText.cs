using System.Text.Json.Serialization;
using Yttl.Core.Captions;
using Yttl.Core.Languages;

namespace Yttl.Core.Segments;

public sealed record SegmentText(TimeSpan Start, TimeSpan End, LanguageTag? Language, IReadOnlyList<Cue> Cues)
{
    /// <summary>The title of its chapter, untrusted; null where it is in none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; init; }
}
