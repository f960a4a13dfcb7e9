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
    /// <summary>In milliseconds: speech of this length is no cough in a silent intro.</summary>
    private const long LongEnough = 2_000;

    /// <exception cref="Failures.YttlException">The store could not be read or written.</exception>
    public async Task<PlanChunksOutcome> RunAsync(PlanChunksRequest request, CancellationToken cancellationToken)
    {
        var track = await store.ReadJsonAsync(request.Track, AudioJson.Default.AudioTrack, cancellationToken);
        var plan = ChunkPlanner.Plan(track, request.Options, request.Recognizer, request.Capacity);
        var stored = await store.WriteJsonAsync(plan, ChunkingJson.Default.ChunkPlan, cancellationToken);
        var (start, note) = FirstSpeech(new TrackTimeline(track));
        string?[] notes = [plan.FallbackReason, note];
        return new PlanChunksOutcome(stored, plan.Chunks.Count, start, [.. notes.OfType<string>()]);
    }

    /// <summary>Finds where to detect the language.</summary>
    /// <returns>
    /// Start of the first stretch of at least 2 s, otherwise of the first one; null where the track is silent.
    /// </returns>
    private static (TimeSpan? Start, string? Note) FirstSpeech(TrackTimeline track)
    {
        long? first = null;
        foreach (var (start, end) in track.Stretches())
        {
            if (end - start >= LongEnough)
                return (TrackTimeline.Time(start), null);
            first ??= start;
        }

        return first is { } any
            ? (TrackTimeline.Time(any), "No sound lasts for 2 s: the language is detected on the first sound.")
            : (null, "The audio is silent from beginning to end.");
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
