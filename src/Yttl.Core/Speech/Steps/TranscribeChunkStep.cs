using System.Text.Json.Serialization;
using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Providers;
using Yttl.Core.Time;

namespace Yttl.Core.Speech.Steps;

/// <param name="Plan">A <see cref="Chunking.ChunkPlan"/>.</param>
/// <param name="Chunk">Index into that plan.</param>
public sealed record TranscribeChunkRequest(
    AudioRef Audio, ArtifactRef Plan, int Chunk, LanguageTag? Language, SpeechModel Model);

[JsonConverter(typeof(JsonStringEnumConverter<ChunkStatus>))]
public enum ChunkStatus
{
    [JsonStringEnumMemberName("ok")] Ok,

    /// <summary>The chunk has no speech.</summary>
    [JsonStringEnumMemberName("empty")] Empty,

    /// <summary>The chunk could not be transcribed: a gap with a reason.</summary>
    [JsonStringEnumMemberName("failed")] Failed,
}

/// <param name="Transcript">A <see cref="ChunkTranscript"/>; set when <see cref="ChunkStatus.Ok"/>.</param>
/// <param name="Failure">Set when <see cref="ChunkStatus.Failed"/>.</param>
/// <param name="RetryAfter">
/// How long the provider asks to wait before the next call. The status means nothing then.
/// </param>
/// <param name="AudioGone">Whether the decoded audio was deleted. The status means nothing then.</param>
/// <param name="Note">A remark on this chunk for the reader, one sentence; null for none.</param>
public sealed record ChunkOutcome(
    ChunkStatus Status,
    ArtifactRef? Transcript,
    Failure? Failure,
    TimeSpan? RetryAfter = null,
    bool AudioGone = false,
    string? Note = null) : IOutcome;

/// <summary>Transcribes one chunk.</summary>
public sealed class TranscribeChunkStep(
    IAudioStore audio, IArtifactStore store, ISpeechToText recogniser, ChunkEncoder encoder)
{
    /// <summary>
    /// The temperature of the second attempt, from Whisper's own:
    /// https://github.com/openai/whisper/blob/main/whisper/transcribe.py
    /// </summary>
    private const double OtherTemperature = 0.4;

    private static readonly TimeSpan ShortestToHalve = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Transcribes the chunk with its margins. A repetitive result is transcribed again, with a higher temperature and
    /// then in halves. The best result is kept, with a note where it is still repetitive.
    /// </summary>
    /// <returns>Every end is an outcome. Never throws a recogniser's failure.</returns>
    /// <exception cref="OperationCanceledException">Cancelled. Nothing is stored.</exception>
    public async Task<ChunkOutcome> RunAsync(TranscribeChunkRequest request, CancellationToken cancellationToken)
    {
        var plan = await store.ReadJsonAsync(request.Plan, ChunkingJson.Default.ChunkPlan, cancellationToken);
        var chunk = plan.Chunks[request.Chunk];
        var range = new TimeRange(chunk.AudioStart, chunk.AudioEnd);
        var transcriber = new RangeTranscriber(audio, request.Audio, recogniser, encoder, request.Language);
        try
        {
            var (best, note) = await WithoutLoopsAsync(transcriber, range, cancellationToken);
            return await OutcomeAsync(request.Chunk, best, note);
        }
        catch (YttlException failure) when (failure.Failure.Code == "audio.missing")
        {
            return new ChunkOutcome(ChunkStatus.Failed, null, null, AudioGone: true);
        }
        catch (YttlException failure) when (ProviderState.AsksToWait(failure) is { } wait)
        {
            return new ChunkOutcome(ChunkStatus.Failed, null, failure.Failure, RetryAfter: wait);
        }
        catch (YttlException failure)
        {
            return new ChunkOutcome(ChunkStatus.Failed, null, failure.Failure);
        }
    }

    private static async Task<(RangeTranscript Transcript, string? Note)> WithoutLoopsAsync(
        RangeTranscriber transcriber, TimeRange range, CancellationToken cancellationToken)
    {
        var best = await transcriber.TranscribeAsync(range, temperature: 0, cancellationToken);
        if (RepetitionDetector.Find(best.Segments) is not { } loop)
            return (best, null);
        foreach (var halved in range.Duration() >= ShortestToHalve ? [false, true] : (bool[])[false])
        {
            var again = await AgainAsync(transcriber, range, halved, cancellationToken);
            if (again is null)
                continue;
            // An empty result is no better than a loop: the audio is not silent.
            var found = RepetitionDetector.Find(again.Segments);
            if (found is null && again.Segments.Count > 0)
                return (again, null);
            if (found is not null && found.Share < loop.Share)
                (best, loop) = (again, found);
        }

        return (best, $"The recogniser repeats itself between {range} ({loop.What}), "
            + "in every attempt: the text there may be wrong.");
    }

    /// <returns>Null where it failed: the first result is kept then.</returns>
    private static async Task<RangeTranscript?> AgainAsync(
        RangeTranscriber transcriber, TimeRange range, bool halved, CancellationToken cancellationToken)
    {
        try
        {
            return halved
                ? await transcriber.TranscribeHalvesAsync(range, temperature: 0, cancellationToken)
                : await transcriber.TranscribeAsync(range, OtherTemperature, cancellationToken);
        }
        catch (YttlException failure) when (
            ProviderState.AsksToWait(failure) is null && failure.Failure.Code != "audio.missing")
        {
            return null;
        }
    }

    /// <summary>Stores the transcript, which is small and paid for, even after a cancellation.</summary>
    private async Task<ChunkOutcome> OutcomeAsync(int chunk, RangeTranscript range, string? note)
    {
        if (range.Segments.Count == 0)
            return new ChunkOutcome(ChunkStatus.Empty, null, null, Note: note);
        var transcript = new ChunkTranscript(
            chunk, range.Language, [.. range.Segments.Select(segment => segment.Phrase)], range.TimesAreApproximate,
            range.Ambiguous is [] ? null : range.Ambiguous);
        var reference = await store.WriteJsonAsync(
            transcript, SpeechJson.Default.ChunkTranscript, CancellationToken.None);
        return new ChunkOutcome(ChunkStatus.Ok, reference, null, Note: note);
    }
}
