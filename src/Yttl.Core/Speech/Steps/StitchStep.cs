using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Core.Captions;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Speech.Stitching;
using Yttl.Core.Text;
using Yttl.Core.Time;

namespace Yttl.Core.Speech.Steps;

/// <param name="Track">The <see cref="AudioTrack"/> of the plan.</param>
/// <param name="Plan">A <see cref="Chunking.ChunkPlan"/>.</param>
/// <param name="Chunks">One per chunk of the plan, in order.</param>
/// <param name="Language">The detected language. Null: the language of most of the speech.</param>
/// <param name="Provider">The recogniser, for people.</param>
public sealed record StitchRequest(
    ArtifactRef Track, ArtifactRef Plan, IReadOnlyList<ChunkOutcome> Chunks, LanguageTag? Language, string Provider);

/// <param name="Transcript">
/// Null where nothing was recognised or there is no speech; <paramref name="Failure"/> gives the reason.
/// </param>
public sealed record StitchOutcome(TranscriptRef? Transcript, IReadOnlyList<string> Notes, Failure? Failure) : IOutcome;

/// <summary>Joins the transcripts of the chunks to one.</summary>
public sealed class StitchStep(IArtifactStore store)
{
    private const string Approximate =
        "The recogniser gives no times: those in the transcript are estimated from the length of the text.";

    private const int MostTimes = 5;

    /// <returns>
    /// A failure where there is no transcript: that of the first failed chunk, or <c>speech.none</c> where there is no
    /// speech.
    /// </returns>
    public async Task<StitchOutcome> RunAsync(StitchRequest request, CancellationToken cancellationToken)
    {
        var track = await store.ReadJsonAsync(request.Track, AudioJson.Default.AudioTrack, cancellationToken);
        var plan = await store.ReadJsonAsync(request.Plan, ChunkingJson.Default.ChunkPlan, cancellationToken);
        var results = await ReadAsync(request.Chunks, cancellationToken);
        var (transcript, ambiguous) = Stitcher.Stitch(track, plan, results, request.Language, request.Provider);
        string[] notes =
        [
            .. results.Any(chunk => chunk.Transcript is { TimesAreApproximate: true }) ? [Approximate] : (string[])[],
            .. request.Chunks.Select(chunk => chunk.Note).OfType<string>(),
            .. ambiguous.Count > 0 ? [Ambiguous(ambiguous)] : (string[])[],
        ];
        if (transcript.Cues.Count == 0)
            return new StitchOutcome(null, notes, results.FirstOrDefault(chunk => chunk.Failure is not null)?.Failure
                ?? NothingSaid);
        var content = await store.WriteJsonAsync(transcript, CaptionsJson.Default.Transcript, cancellationToken);
        return new StitchOutcome(
            new TranscriptRef(content, transcript.Language, transcript.Cues.Count, transcript.End()), notes, null);
    }

    private static Failure NothingSaid => new(FailureCategory.Input, "speech.none",
        "no speech was recognised, so there is nothing to summarise: "
        + $"if there is speech, try another {SettingName.For("whisper_model")}");

    private static string Ambiguous(IReadOnlyList<TimeSpan> cuts) =>
        "The speech repeats itself where chunks of audio meet, so a few words may stand twice there "
        + $"({Quantity.First(MostTimes, [.. cuts.Select(Timestamp.Text)])}).";

    private async Task<List<ChunkResult>> ReadAsync(
        IReadOnlyList<ChunkOutcome> chunks, CancellationToken cancellationToken)
    {
        var results = new List<ChunkResult>();
        foreach (var chunk in chunks)
        {
            var transcript = chunk is { Status: ChunkStatus.Ok, Transcript: { } reference }
                ? await store.ReadJsonAsync(reference, SpeechJson.Default.ChunkTranscript, cancellationToken)
                : null;
            results.Add(new ChunkResult(transcript, chunk.Status == ChunkStatus.Failed ? chunk.Failure : null));
        }

        return results;
    }
}
