using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Artifacts;
using Yttl.Core.Json;

namespace Yttl.Core.Chunking;

/// <param name="Track">An <see cref="Audio.AudioTrack"/>.</param>
/// <param name="Capacity">Shapes the plan but is no part of what it is remembered by.</param>
public sealed record PlanChunksRequest(
    ArtifactRef Track, ChunkOptions Options, RecognizerProfile Recognizer, ChunkCapacity Capacity);

/// <param name="Plan">A <see cref="ChunkPlan"/>.</param>
/// <param name="FirstSpeech">When the first speech worth detecting a language on begins; null where all is silent.</param>
public sealed record PlanChunksOutcome(ArtifactRef Plan, int Chunks, TimeSpan? FirstSpeech, IReadOnlyList<string> Notes);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChunkPlan))]
[JsonSerializable(typeof(PlanChunksRequest))]
[JsonSerializable(typeof(PlanChunksOutcome))]
public sealed partial class ChunkingJson : JsonSerializerContext;
