using Whisper.net;
using Yttl.Whisper.Audio;

namespace Yttl.Whisper.Recognition;

/// <summary>Recognises speech with Whisper.net. Each call has its own native state; calls share the weights.</summary>
internal sealed class WhisperRecognizer(
    WhisperFactory factory, LoadedRuntime runtime, IReadOnlySet<string> languages) : IRecognizer
{
    /// <summary>
    /// whisper.cpp recognises nothing in less than 0.1 s, and for less than 201 samples it reads memory beyond them
    /// (<c>log_mel_spectrogram</c>, the reflected padding).
    /// </summary>
    private const int FewestSamples = FFmpegAudioDecoder.SampleRate / 10;

    public LoadedRuntime Runtime => runtime;

    public IReadOnlySet<string> Languages => languages;

    public async Task<Recognition> RecognizeAsync(
        ReadOnlyMemory<float> samples, RecognitionRequest request, CancellationToken cancellationToken)
    {
        if (samples.Length < FewestSamples)
            return new Recognition(request.Language, []);
        // Disposing waits for the native work, which polls the token: no work continues after the client disconnects.
        await using var processor = Build(request);
        var segments = new List<RecognizedSegment>();
        string? language = null;
        try
        {
            await foreach (var segment in processor.ProcessAsync(samples, cancellationToken))
            {
                language = segment.Language;
                segments.Add(Recognized(segment, request.Words));
            }
        }
        catch (WhisperProcessingException e)
        {
            throw new RecognitionException($"Whisper could not process this audio (code {e.ErrorCode}).", e);
        }

        return new Recognition(language ?? request.Language, segments);
    }

    public void Dispose() => factory.Dispose();

    private WhisperProcessor Build(RecognitionRequest request)
    {
        var builder = factory.CreateBuilder().WithThreads(request.Threads).WithTemperature(request.Temperature);
        builder = request.Language is { } language ? builder.WithLanguage(language) : builder.WithLanguageDetection();
        if (request.Prompt is { Length: > 0 } prompt)
            builder.WithPrompt(prompt);
        if (request.Words)
            builder.WithTokenTimestamps();
        return builder.Build();
    }

    private static RecognizedSegment Recognized(SegmentData segment, bool words)
    {
        var tokens = segment.Tokens.Select(Recognized).Where(token => !token.IsSpecial).ToList();
        return new RecognizedSegment(
            segment.Start,
            segment.End,
            segment.Text,
            [.. tokens.Select(token => token.Id)],
            tokens.Count == 0 ? 0 : tokens.Average(token => token.LogProbability),
            segment.NoSpeechProbability,
            words ? WordGrouping.Group(segment.Text, tokens) : []);
    }

    private static RecognizedToken Recognized(WhisperToken token) => new(
        token.Id, Time(token.Start), Time(token.End), token.Text ?? "", token.ProbabilityLog);

    // Whisper counts in units of 10 ms.
    private static TimeSpan Time(long hundredths) => TimeSpan.FromMilliseconds(hundredths * 10);
}
