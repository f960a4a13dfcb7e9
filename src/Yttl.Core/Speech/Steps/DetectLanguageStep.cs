using Yttl.Core.Audio;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Providers;
using Yttl.Core.Time;

namespace Yttl.Core.Speech.Steps;

/// <param name="From">The start of the speech, from <see cref="Chunking.PlanChunksOutcome.FirstSpeech"/>.</param>
public sealed record DetectLanguageRequest(AudioRef Audio, TimeSpan From, SpeechModel Model);

/// <param name="Language">Null where the recogniser did not detect it. Each chunk then detects its own.</param>
/// <param name="RetryAfter">How long the provider asks to wait before the next call. Nothing else is set then.</param>
/// <param name="AudioGone">Whether the decoded audio was deleted: decode it again. Nothing else is set then.</param>
public sealed record DetectLanguageOutcome(
    LanguageTag? Language, string? Note, TimeSpan? RetryAfter = null, bool AudioGone = false);

/// <summary>Detects the spoken language once, so that no chunk depends on its own few words.</summary>
public sealed class DetectLanguageStep(IAudioStore audio, ISpeechToText recogniser, ChunkEncoder encoder)
{
    /// <summary>The duration that Whisper itself uses to detect it.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    /// <returns>A recogniser's failure becomes a note: transcribing the chunks will report it.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<DetectLanguageOutcome> RunAsync(
        DetectLanguageRequest request, CancellationToken cancellationToken)
    {
        var end = request.From + Length < request.Audio.Duration() ? request.From + Length : request.Audio.Duration();
        if (end <= request.From)
            return new DetectLanguageOutcome(null, null);
        try
        {
            var transcript = await new RangeTranscriber(audio, request.Audio, recogniser, encoder, language: null)
                .TranscribeAsync(new TimeRange(request.From, end), temperature: 0, cancellationToken);
            return new DetectLanguageOutcome(
                transcript.Language, transcript.Language is null ? "The recogniser does not say what language is spoken." : null);
        }
        catch (YttlException failure) when (failure.Failure.Code == "audio.missing")
        {
            return new DetectLanguageOutcome(null, null, AudioGone: true);
        }
        catch (YttlException failure) when (ProviderState.AsksToWait(failure) is { } wait)
        {
            return new DetectLanguageOutcome(null, null, RetryAfter: wait);
        }
        catch (YttlException failure)
        {
            return new DetectLanguageOutcome(
                null, $"The language could not be detected beforehand ({failure.Failure.Message}).");
        }
    }
}
