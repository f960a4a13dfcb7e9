using Yttl.Core.Audio;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Speech.Stitching;
using Yttl.Core.Time;

namespace Yttl.Core.Speech.Steps;

/// <summary>
/// Transcribes one range of a track in as many calls as necessary. The results have the track's times, ordered and
/// inside the range.
/// </summary>
internal sealed class RangeTranscriber(
    IAudioStore audio, AudioRef track, ISpeechToText recogniser, ChunkEncoder encoder, LanguageTag? language)
{
    /// <summary>Shorter pieces cost more calls and give a recogniser less context.</summary>
    private static readonly TimeSpan ShortestPiece = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Transcribes the range, and splits it in halves, repeatedly, where the recogniser lacks memory for it or rejects
    /// it for its size. A piece too short to split is retried once where a server that YTTL runs was killed for its
    /// memory.
    /// </summary>
    public async Task<RangeTranscript> TranscribeAsync(
        TimeRange range, double temperature, CancellationToken cancellationToken)
    {
        try
        {
            return await TranscribeWholeAsync(range, temperature, cancellationToken);
        }
        catch (YttlException failure) when (IsAboutSize(failure) && range.Duration() >= 2 * ShortestPiece)
        {
            return await TranscribeHalvesAsync(range, temperature, cancellationToken);
        }
        catch (YttlException failure) when (failure.Failure.Code == "server.memory")
        {
            // A piece this short needs little memory: the system may have killed the server for other programs' use.
            return await TranscribeWholeAsync(range, temperature, cancellationToken);
        }
    }

    /// <summary>Transcribes in two calls, which overlap by a second on each side of the middle.</summary>
    public async Task<RangeTranscript> TranscribeHalvesAsync(
        TimeRange range, double temperature, CancellationToken cancellationToken)
    {
        var middle = TimeSpan.FromMilliseconds(Math.Round((range.Start + range.Duration() / 2).TotalMilliseconds));
        var (leftEnd, rightStart) = (middle + Margin, middle - Margin);
        var left = await TranscribeAsync(new TimeRange(range.Start, leftEnd), temperature, cancellationToken);
        var right = await TranscribeAsync(new TimeRange(rightStart, range.End), temperature, cancellationToken);
        List<SpokenPhrase> phrases = [.. left.Segments.Select(segment => segment.Phrase)];
        var approximate = left.TimesAreApproximate || right.TimesAreApproximate;
        var seam = new Seam(
            new TimeRange(range.Start, leftEnd), new TimeRange(rightStart, range.End), middle, HasTimes: !approximate);
        var isAmbiguous = seam.Join(phrases, [.. right.Segments.Select(segment => segment.Phrase)]);
        return new RangeTranscript(
            left.Language ?? right.Language,
            [.. phrases.Select(phrase => new SpeechSegment(phrase))],
            approximate,
            [.. left.Ambiguous, .. isAmbiguous ? [middle] : (TimeSpan[])[], .. right.Ambiguous]);
    }

    private async Task<RangeTranscript> TranscribeWholeAsync(
        TimeRange range, double temperature, CancellationToken cancellationToken)
    {
        var (first, end) = (PcmFormat.SampleAt(range.Start), PcmFormat.SampleAt(range.End));
        ReadOnlyMemory<byte> packed;
        await using (var samples = await audio.OpenReadAsync(track, first, end, cancellationToken))
            packed = await encoder.EncodeAsync(samples, range.Duration(), cancellationToken);
        var answer = await recogniser.TranscribeAsync(
            new SpeechUpload(packed, encoder.Encoding, range.Duration(), language, temperature) { Video = track.Key },
            cancellationToken);
        return new RangeTranscript(
            answer.Language,
            [.. answer.Segments.Where(IsSpeech).Select(segment => segment with
            {
                Phrase = segment.Phrase.In(range),
            }).OrderBy(segment => segment.Phrase.Start)],
            answer.TimesAreApproximate,
            []);
    }

    /// <summary>
    /// Detects silence as Whisper does: https://github.com/openai/whisper/blob/main/whisper/transcribe.py
    /// </summary>
    private static bool IsSpeech(SpeechSegment segment) =>
        !(segment.NoSpeech > 0.6 && segment.LogProbability < -1.0) && segment.Phrase.Text.Any(char.IsLetterOrDigit);

    private static bool IsAboutSize(YttlException failure) =>
        failure.Failure is { Category: FailureCategory.Memory } or { Code: "speech.too-large" };
}

/// <summary>The recognised speech of a range of a track.</summary>
/// <param name="Ambiguous">The times around which words may stand twice (<see cref="Seam.Join"/>).</param>
internal sealed record RangeTranscript(
    LanguageTag? Language, IReadOnlyList<SpeechSegment> Segments, bool TimesAreApproximate,
    IReadOnlyList<TimeSpan> Ambiguous);
