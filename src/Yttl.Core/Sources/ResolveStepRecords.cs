using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Json;

namespace Yttl.Core.Sources;

/// <param name="Source">A source in the form of <see cref="Source.ToString"/>.</param>
public sealed record ResolveRequest(string Source)
{
    /// <summary>The user's title in place of the source's own; null for that one.</summary>
    public string? Title { get; init; }
}

/// <param name="Info">A <see cref="Sources.Video"/>.</param>
/// <param name="Audio">An <see cref="AudioSource"/>, which stays the same while the audio does.</param>
public sealed record ResolvedVideo(ArtifactRef Info, ArtifactRef Audio, string Id, string Title, TimeSpan? Duration);

/// <summary>Exactly one of the two is set.</summary>
public sealed record ResolveOutcome(ResolvedVideo? Video, Failure? Failure) : IOutcome;

/// <param name="Source">A source in the form of <see cref="Source.ToString"/>.</param>
public sealed record ListRequest(string Source)
{
    /// <summary>The most entries that are returned, the first ones, at least 1; null for all.</summary>
    public int? Most { get; init; }
}

/// <param name="Source">The source to resolve for this entry.</param>
/// <param name="Failure">Set where the list already shows that the entry is deleted or private.</param>
public sealed record PlaylistEntry(string Source, string? Title, Failure? Failure);

/// <summary>The entries of a list. A source that is one video gives a list of one.</summary>
public sealed record ListOutcome(string? Title, IReadOnlyList<PlaylistEntry> Entries, Failure? Failure) : IOutcome
{
    /// <summary>Entries beyond <see cref="ListRequest.Most"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int LeftOut { get; init; }
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Video))]
[JsonSerializable(typeof(AudioSource))]
[JsonSerializable(typeof(ResolveRequest))]
[JsonSerializable(typeof(ResolveOutcome))]
[JsonSerializable(typeof(ListRequest))]
[JsonSerializable(typeof(ListOutcome))]
public sealed partial class SourcesJson : JsonSerializerContext;
