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

/// <summary>Plans the chunks of a stored track and stores the plan.</summary>
public sealed class PlanChunksStep(IArtifactStore store)
{
    /// <exception cref="Failures.YttlException">The store could not be read or written.</exception>
    public async Task<PlanChunksOutcome> RunAsync(PlanChunksRequest request, CancellationToken cancellationToken)
    {
        var track = await store.ReadJsonAsync(request.Track, AudioJson.Default.AudioTrack, cancellationToken);
        var plan = ChunkPlanner.Plan(track, request.Options, request.Recognizer, request.Capacity);
        var stored = await store.WriteJsonAsync(plan, ChunkingJson.Default.ChunkPlan, cancellationToken);
        var (start, note) = FirstSpeech.Of(new TrackTimeline(track));
        string?[] notes = [plan.FallbackReason, note];
        return new PlanChunksOutcome(stored, plan.Chunks.Count, start, [.. notes.OfType<string>()]);
    }
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChunkPlan))]
[JsonSerializable(typeof(PlanChunksRequest))]
[JsonSerializable(typeof(PlanChunksOutcome))]
public sealed partial class ChunkingJson : JsonSerializerContext;
