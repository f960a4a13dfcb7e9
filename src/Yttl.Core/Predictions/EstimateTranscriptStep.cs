using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Chunking;
using Yttl.Core.Languages;
using Yttl.Core.Time;

namespace Yttl.Core.Predictions;

/// <param name="Duration">Of the speech with its pauses.</param>
/// <param name="Plan">A <see cref="ChunkPlan"/>, whose skipped silences hold no speech; null where there is none.</param>
public sealed record EstimateRequest(TimeSpan Duration, ArtifactRef? Plan, LanguageTag? Language);

/// <param name="Transcript">As long as the transcript is expected to be; its words mean nothing.</param>
public sealed record EstimateOutcome(TranscriptRef Transcript);

/// <summary>
/// Stands in for the transcript of speech that is not recognised yet, so that its summaries can be predicted: sentences at
/// a usual pace wherever there may be speech.
/// </summary>
public sealed class EstimateTranscriptStep(IArtifactStore store)
{
    /// <summary>
    /// Of radio talks. Lectures have 140, interviews 190, conversations 210: S. Tauroza and D. Allison, Speech Rates in
    /// British English, Applied Linguistics 11 (1), 1990, https://doi.org/10.1093/applin/11.1.90
    /// </summary>
    public const int WordsPerMinute = 160;

    private const int WordsPerSentence = 16;

    private static readonly TimeSpan SentenceLength = TimeSpan.FromMinutes((double)WordsPerSentence / WordsPerMinute);

    // English words have five letters on average, with a space behind.
    private static readonly string Sentence = string.Join(' ', Enumerable.Repeat("words", WordsPerSentence)) + ".";

    /// <exception cref="Failures.YttlException">The store could not be read or written.</exception>
    public async Task<EstimateOutcome> RunAsync(EstimateRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<TimeRange> silences = request.Plan is { } plan
            ? (await store.ReadJsonAsync(plan, ChunkingJson.Default.ChunkPlan, cancellationToken)).Skipped
            : [];
        var transcript = Transcript.FromCues(
            Cues(request.Duration, silences), request.Language, TranscriptSource.Whisper, provider: null);
        var stored = await store.WriteJsonAsync(transcript, CaptionsJson.Default.Transcript, cancellationToken);
        return new EstimateOutcome(new TranscriptRef(stored, request.Language, transcript.Cues.Count, transcript.End()));
    }

    private static IEnumerable<Cue> Cues(TimeSpan duration, IReadOnlyList<TimeRange> silences)
    {
        var start = TimeSpan.Zero;
        foreach (var silence in silences.Append(new TimeRange(duration, duration)))
        {
            for (; start + SentenceLength <= silence.Start; start += SentenceLength)
                yield return new Cue(start, start + SentenceLength, Sentence);
            start = silence.End;
        }
    }
}
