using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.ModelWarmUp;
using Yttl.Core.Sources;
using Yttl.Core.Speech.Steps;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Orchestration;

/// <summary>
/// Makes a transcript by speech recognition: decodes the audio once, cuts it, transcribes the chunks side by side, and
/// stitches the results together. A chunk that fails is an outcome of its own and stops nothing else.
/// </summary>
internal sealed class SpeechReading(
    WorkflowContext context,
    ResolvedVideo video,
    LanguageTag? wanted,
    SpeechOptions options,
    SpeechExecution execution,
    RunDeadline time)
{
    /// <summary>
    /// The most times that one run decodes the audio. Another run that shares the audio may delete it when it is done.
    /// </summary>
    private const int MostDecodes = 3;

    private readonly ReadyQueue _queue = new(context, execution.Capacity.Workers, time);
    private readonly StopOnStoreFailure _calls = new();
    private readonly List<string> _notes = [];
    private Task<DecodeOutcome>? _decoding;
    private int _decodes;

    public async Task<TranscriptResult> RunAsync()
    {
        context.Report(new RunProgress(RunPhase.Audio, 0, 1, video.Title));
        var audio = await (_decoding = DecodeAsync());
        _notes.AddRange(audio.Notes);
        if (audio.Track is not { } track)
            return new TranscriptResult(video, null, _notes, audio.Failure);

        var plan = await context.CallAsync(
            Steps.PlanChunks, new PlanChunksRequest(track, options.Chunks, options.Recognizer, execution.Capacity));
        _notes.AddRange(plan.Notes);
        if (execution.OnDemand && await ModelReadiness.AwaitAsync(context, ModelRole.Speech, time) is { } asleep)
            return new TranscriptResult(video, null, _notes, asleep);
        var detected = audio.Language is null ? await DetectAsync(plan) : null;
        var language = audio.Language ?? detected?.Language;
        var chunks = await TranscribeAsync(plan, language);
        var transcript = await context.CallAsync(
            Steps.Stitch, new StitchRequest(track, plan.Plan, chunks, language, options.Model.ToString()));
        // Where there is no transcript, the failure says why, and a note on the language is not needed.
        if (transcript.Transcript is not null && detected?.Note is { } note)
            _notes.Add(note);
        await DeleteAsync(audio.Audio!);
        return new TranscriptResult(video, transcript.Transcript, [.. _notes, .. transcript.Notes], transcript.Failure);
    }

    private Task<DecodeOutcome> DecodeAsync() => time.WhyUp() is { } up
        ? Task.FromResult(new DecodeOutcome(null, null, null, [], up))
        : context.CallAsync(Steps.DecodeAudio, new DecodeRequest(video.Audio, wanted, options.Silence, _decodes++));

    private async Task<DetectLanguageOutcome?> DetectAsync(PlanChunksOutcome plan)
    {
        if (plan.FirstSpeech is not { } speech)
            return null;
        DetectLanguageOutcome? detected = null;
        _queue.Add(
            rank: 0,
            Steps.DetectLanguage.Name,
            () => WithAudioAsync(
                audio => context.CallAsync(Steps.DetectLanguage, new DetectLanguageRequest(audio, speech, options.Model)),
                outcome => outcome.AudioGone,
                failure => new DetectLanguageOutcome(null, $"The language was left to each chunk: {failure.Message}")),
            outcome => outcome.RetryAfter,
            (outcome, _) => detected = outcome);
        await _queue.DrainAsync();
        return detected;
    }

    private async Task<ChunkOutcome[]> TranscribeAsync(PlanChunksOutcome plan, LanguageTag? language)
    {
        var outcomes = new ChunkOutcome[plan.Chunks];
        var done = 0;
        context.Report(new RunProgress(RunPhase.Speech, 0, plan.Chunks, video.Title));
        for (var index = 0; index < plan.Chunks; index++)
        {
            var chunk = index;
            _queue.Add(
                rank: 0,
                Steps.TranscribeChunk.Name,
                () => WithAudioAsync(audio => TranscribeAsync(audio, plan.Plan, chunk, language), outcome => outcome.AudioGone, Failed),
                outcome => outcome.RetryAfter,
                (outcome, givenUp) =>
                {
                    outcomes[chunk] = givenUp is null ? outcome : Failed(givenUp);
                    context.Report(new RunProgress(RunPhase.Speech, ++done, plan.Chunks, video.Title));
                });
        }

        await _queue.DrainAsync();
        return outcomes;
    }

    private Task<ChunkOutcome> TranscribeAsync(AudioRef audio, ArtifactRef plan, int chunk, LanguageTag? language) =>
        context.CallAsync(
            Steps.TranscribeChunk, new TranscribeChunkRequest(audio, plan, chunk, language, options.Model));

    /// <summary>Makes a call that needs the audio, decoding it again where it has been deleted since.</summary>
    private Task<T> WithAudioAsync<T>(Func<AudioRef, Task<T>> call, Func<T, bool> isGone, Func<Failure, T> failed) =>
        _calls.RunAsync(() => RunOrDecodeAsync(call, isGone, failed), failed);

    private async Task<T> RunOrDecodeAsync<T>(
        Func<AudioRef, Task<T>> call, Func<T, bool> isGone, Func<Failure, T> failed)
    {
        while (true)
        {
            var decoding = _decoding!;
            var decoded = await decoding;
            if (decoded.Audio is not { } audio)
                return failed(decoded.Failure!);
            if (time.WhyUp() is { } up)
                return failed(up);
            var outcome = await call(audio);
            if (!isGone(outcome))
                return outcome;
            if (_decodes >= MostDecodes && _decoding == decoding)
                return failed(Gone);
            if (_decoding == decoding)
                _decoding = DecodeAsync();
        }
    }

    /// <summary>
    /// A failure here is a note only: audio that stays takes disk space until it is cleared away, but the transcript is
    /// complete.
    /// </summary>
    private async Task DeleteAsync(AudioRef audio)
    {
        try
        {
            await context.CallAsync(Steps.DeleteAudio, new DeleteAudioRequest(audio));
        }
        catch (StepFailedException e)
        {
            _notes.Add($"The decoded audio could not be deleted: {e.Failure.Message}");
        }
    }

    private static ChunkOutcome Failed(Failure failure) => new(ChunkStatus.Failed, null, failure);

    private static Failure Gone => new(
        FailureCategory.Processing,
        "audio.missing",
        "The decoded audio was deleted or damaged again and again while it was transcribed: let one run at a time work on this "
        + "video, and check the disk.");
}
