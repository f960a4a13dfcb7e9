using Yttl.Core.Audio;
using Yttl.Core.Failures;
using Yttl.Core.Providers;
using Yttl.Core.Time;

namespace Yttl.Core.Speech.Steps;

/// <summary>Finds out once what language is spoken, so that no chunk has to guess from its own few words.</summary>
public sealed class DetectLanguageStep(IAudioStore audio, ISpeechToText recogniser, ChunkEncoder encoder)
{
    /// <summary>What Whisper itself listens to for that.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    /// <returns>A recogniser that fails is a note: the chunks will say what is wrong with it.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<DetectLanguageOutcome> RunAsync(
        DetectLanguageRequest request, CancellationToken cancellationToken)
    {
        var end = request.From + Length < request.Audio.Duration() ? request.From + Length : request.Audio.Duration();
        if (end <= request.From)
            return new DetectLanguageOutcome(null, null);
        try
        {
            var heard = await new Hearing(audio, request.Audio, recogniser, encoder, language: null)
                .HearAsync(new TimeRange(request.From, end), temperature: 0, cancellationToken);
            return new DetectLanguageOutcome(
                heard.Language, heard.Language is null ? "The recogniser does not say what language is spoken." : null);
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
