using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Core.Json;

namespace Yttl.Core.Chunking;

/// <param name="Track">An <see cref="Audio.AudioTrack"/>.</param>
/// <param name="Capacity">Affects the plan but is not part of its cache key.</param>
public sealed record PlanChunksRequest(
    ArtifactRef Track, ChunkOptions Options, RecognizerProfile Recognizer, ChunkCapacity Capacity);

/// <param name="Plan">A <see cref="ChunkPlan"/>.</param>
/// <param name="FirstSpeech">
/// Start of the first speech suited to language detection; null where the track is silent.
/// </param>
public sealed record PlanChunksOutcome(ArtifactRef Plan, int Chunks, TimeSpan? FirstSpeech, IReadOnlyList<string> Notes);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChunkPlan))]
[JsonSerializable(typeof(PlanChunksRequest))]
[JsonSerializable(typeof(PlanChunksOutcome))]
public sealed partial class ChunkingJson : JsonSerializerContext;
