using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Core.Failures;

namespace Yttl.Core.Chunking;

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
