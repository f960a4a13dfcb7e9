using System.Diagnostics;
using Yttl.Whisper.Audio;
using Yttl.Whisper.Logging;
using Yttl.Whisper.Recognition;
using Yttl.Whisper.Running;

namespace Yttl.Whisper.Http;

/// <summary>
/// Transcribes one recording: reserves a place in the queue, writes the upload to disk and, when its turn comes,
/// decodes and recognises it. Everything stops when the client disconnects.
/// </summary>
internal sealed class TranscriptionEndpoint(
    LoadedModel model,
    ServerOptions options,
    IAudioDecoder decoder,
    TimeProvider time,
    ILogger<TranscriptionEndpoint> logger)
{
    public async Task<IResult> AnswerAsync(HttpContext context)
    {
        switch (model.State)
        {
            case ModelState.Serving serving:
                // Checked before the upload is read: a rejected client need not send it.
                using (var place = serving.Line.TryEnter())
                {
                    return place is null
                        ? OpenAiError.Unavailable(
                            context, "The queue is full: try again later.", "queue_full", serving.Line.RetryAfter())
                        : await TranscribeAsync(context.Request, serving, place, context.RequestAborted);
                }

            case ModelState.Unavailable state:
                return OpenAiError.Unavailable(context, state.Reason, state.Code, state.RetryAfter);
            case var other:
                throw new UnreachableException(other.ToString());
        }
    }

    private async Task<IResult> TranscribeAsync(
        HttpRequest http, ModelState.Serving serving, WaitingLine.Place place, CancellationToken cancellationToken)
    {
        using var spool = new SpoolFolder(options.SpoolFolder);
        var fields = await TranscriptionForm.ReadAsync(http, spool.Upload, options.MaxUpload, cancellationToken);
        var request = TranscriptionRequest.Read(fields);
        if (request.Language is { } language && !serving.Recognizer.Languages.Contains(language))
            throw new RequestException($"Whisper does not support the language '{language}'.", "language", "invalid_value");

        await place.WaitForTurnAsync(cancellationToken);
        var began = time.GetTimestamp();
        var samples = await decoder.DecodeAsync(spool.Upload, cancellationToken);
        var recognized = await serving.Recognizer.RecognizeAsync(
            samples,
            new RecognitionRequest(
                request.Language, request.Prompt, request.Temperature, request.Words, serving.Threads),
            cancellationToken);
        var duration = TimeSpan.FromSeconds(samples.Length / (double)FFmpegAudioDecoder.SampleRate);
        Log.Transcribed(logger, duration.TotalSeconds, time.GetElapsedTime(began).TotalSeconds);
        return TranscriptionAnswer.From(recognized, request, duration);
    }
}
