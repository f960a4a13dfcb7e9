using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Sources;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Orchestration;

/// <summary>
/// Plans how a source's audio would be cut: it decodes the audio and plans the chunks, and transcribes nothing.
/// </summary>
public static class PlanAudioWorkflow
{
    public static readonly Workflow<PlanInput, PlanResult> Definition = new(
        "plan-audio", RunAsync, WorkflowJson.Default.PlanInput, WorkflowJson.Default.PlanResult);

    private static async Task<PlanResult> RunAsync(WorkflowContext context, PlanInput input)
    {
        ResolvedVideo? video = null;
        try
        {
            context.Report(new RunProgress(RunPhase.Resolve, 0, 1, null));
            var resolved = await context.CallAsync(Steps.Resolve, new ResolveRequest(input.Source));
            video = resolved.Video;
            if (video is null)
                return new PlanResult(null, null, null, [], resolved.Failure);

            context.Report(new RunProgress(RunPhase.Audio, 0, 1, video.Title));
            var audio = await context.CallAsync(
                Steps.DecodeAudio, new DecodeRequest(video.Audio, input.Language, input.Speech.Silence));
            if (audio.Track is not { } track)
                return new PlanResult(video, null, null, audio.Notes, audio.Failure);

            var plan = await context.CallAsync(
                Steps.PlanChunks,
                new PlanChunksRequest(track, input.Speech.Chunks, input.Speech.Recognizer, input.Capacity));
            await context.CallAsync(Steps.DeleteAudio, new DeleteAudioRequest(audio.Audio!));
            return new PlanResult(video, track, plan.Plan, [.. audio.Notes, .. plan.Notes], null);
        }
        catch (StepFailedException e)
        {
            return new PlanResult(video, null, null, [], e.Failure);
        }
    }
}

/// <param name="Source">The source as <see cref="Core.Sources.Source.ToString"/> gives it.</param>
public sealed record PlanInput(string Source, LanguageTag? Language, SpeechOptions Speech, ChunkCapacity Capacity);

/// <param name="Video">Null when the source could not be resolved.</param>
/// <param name="Track">An <see cref="AudioTrack"/>; null when <paramref name="Failure"/> is set.</param>
/// <param name="Plan">A <see cref="ChunkPlan"/>; null when <paramref name="Failure"/> is set.</param>
public sealed record PlanResult(
    ResolvedVideo? Video, ArtifactRef? Track, ArtifactRef? Plan, IReadOnlyList<string> Notes, Failure? Failure);
