using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Core.Captions;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Predictions;
using Yttl.Core.Sources;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Orchestration;

/// <summary>
/// Predicts what the run of a video will take. It reads captions; without any it decodes the audio, plans its chunks and
/// estimates the transcript. It recognises no speech and calls no language model.
/// </summary>
public static class PlanVideoWorkflow
{
    public static readonly Workflow<PlanInput, PlanResult> Definition = new(
        "plan-video", RunAsync, WorkflowJson.Default.PlanInput, WorkflowJson.Default.PlanResult);

    private const string NoLengthCode = "plan.no-length";

    private static async Task<PlanResult> RunAsync(WorkflowContext context, PlanInput input)
    {
        ResolvedVideo? video = null;
        try
        {
            context.Report(new RunProgress(RunPhase.Resolve, 0, 1, null));
            var resolved = await context.CallAsync(
                Steps.Resolve, new ResolveRequest(input.Run.Source) { Title = input.Run.Options.Title });
            video = resolved.Video;
            return video is null ? PlanResult.Failed(null, resolved.Failure!, []) : await PlanAsync(context, input, video);
        }
        catch (StepFailedException e)
        {
            return PlanResult.Failed(video, e.Failure, []);
        }
    }

    private static async Task<PlanResult> PlanAsync(WorkflowContext context, PlanInput input, ResolvedVideo video)
    {
        var text = await ReadAsync(context, input, video);
        if (text.Transcript is not { } transcript)
            return PlanResult.Failed(video, text.Failure!, text.Notes);

        var options = input.Run.Options;
        var cut = await SummarizeVideoWorkflow.RemoveSponsorsAsync(context, options, video, transcript);
        var sections = await SummarizeVideoWorkflow.DivideAsync(context, options, video, cut);
        var predicted = await SummarizeVideoWorkflow.PredictAsync(context, input.Run, video, cut.Transcript, sections);
        return new PlanResult(
            video, transcript, text.Track, text.Plan, predicted,
            [.. text.Notes, .. RunNotes.From(cut), .. RunNotes.From(sections)], null)
        {
            IsEstimate = text.IsEstimate,
        };
    }

    private static async Task<PlannedText> ReadAsync(WorkflowContext context, PlanInput input, ResolvedVideo video)
    {
        CaptionsOutcome? captions = null;
        if (input.Run.Options.Speech is not { Force: true })
        {
            context.Report(new RunProgress(RunPhase.Captions, 0, 1, video.Title));
            captions = await context.CallAsync(
                Steps.ReadCaptions, new CaptionsRequest(video.Info, input.Run.Options.Language));
            if (captions.Transcript is { } read)
                return new PlannedText(
                    read, null, null, [.. captions.Notes, .. RunNotes.From(input.Run.Options.Language, read)], null);
        }

        var heard = input.Audio is { } audio
            ? await PlanAudioAsync(context, input, audio, video)
            : video.Duration is { } length ? await EstimateAsync(context, length, null, null)
            : new PlannedText(null, null, null, [], NoLength);
        return heard with
        {
            Notes = [.. captions?.Notes ?? [], .. heard.Notes],
            Failure = heard.Failure is { Code: "audio.none" or NoLengthCode } ? captions?.Failure ?? heard.Failure : heard.Failure,
        };
    }

    private static async Task<PlannedText> PlanAudioAsync(
        WorkflowContext context, PlanInput input, AudioPlanning planned, ResolvedVideo video)
    {
        context.Report(new RunProgress(RunPhase.Audio, 0, 1, video.Title));
        var audio = await context.CallAsync(
            Steps.DecodeAudio, new DecodeRequest(video.Audio, input.Run.Options.Language, planned.Speech.Silence));
        if (audio.Track is not { } track)
            return new PlannedText(null, null, null, audio.Notes, audio.Failure);

        var plan = await context.CallAsync(
            Steps.PlanChunks, new PlanChunksRequest(track, planned.Speech.Chunks, planned.Speech.Recognizer, planned.Capacity));
        await context.CallAsync(Steps.DeleteAudio, new DeleteAudioRequest(audio.Audio!));
        var estimated = await EstimateAsync(context, audio.Audio!.Duration(), plan.Plan, audio.Language);
        return estimated with { Track = track, Notes = [.. audio.Notes, .. plan.Notes] };
    }

    private static async Task<PlannedText> EstimateAsync(
        WorkflowContext context, TimeSpan duration, ArtifactRef? plan, LanguageTag? language)
    {
        var estimated = await context.CallAsync(
            Steps.EstimateTranscript, new EstimateRequest(duration, plan, language));
        return new PlannedText(estimated.Transcript, null, plan, [], null) { IsEstimate = true };
    }

    private static Failure NoLength { get; } = new(
        FailureCategory.Unavailable, NoLengthCode, "It has no captions, and its length is unknown: plan it by itself.");

    private sealed record PlannedText(
        TranscriptRef? Transcript, ArtifactRef? Track, ArtifactRef? Plan, IReadOnlyList<string> Notes, Failure? Failure)
    {
        public bool IsEstimate { get; init; }
    }
}
