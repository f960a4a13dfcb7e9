using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Json;

namespace Yttl.Core.Sources;

/// <param name="Source">The source as <see cref="Source.ToString"/> gives it.</param>
public sealed record ResolveRequest(string Source);

/// <param name="Info">A <see cref="Sources.Video"/>.</param>
/// <param name="Audio">An <see cref="AudioSource"/>, the same while what is heard is the same.</param>
public sealed record ResolvedVideo(ArtifactRef Info, ArtifactRef Audio, string Id, string Title, TimeSpan? Duration);

/// <summary>Exactly one of the two is set.</summary>
public sealed record ResolveOutcome(ResolvedVideo? Video, Failure? Failure) : IOutcome;

/// <param name="Source">The source as <see cref="Source.ToString"/> gives it.</param>
public sealed record ListRequest(string Source);

/// <param name="Source">What to resolve for this entry.</param>
/// <param name="Failure">Set when the list itself already says that the entry is deleted or private.</param>
public sealed record PlaylistEntry(string Source, string? Title, Failure? Failure);

/// <summary>A source that turns out to be one video is a list of that one.</summary>
public sealed record ListOutcome(string? Title, IReadOnlyList<PlaylistEntry> Entries, Failure? Failure) : IOutcome;

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
