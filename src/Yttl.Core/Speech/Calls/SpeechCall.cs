using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI.Audio;
using Yttl.Core.Measuring;
using Yttl.Core.Providers;
using Yttl.Core.Providers.Errors;

namespace Yttl.Core.Speech.Calls;

/// <summary>One attempt at one address, and what was learnt of it: what the server there turned out not to know.</summary>
internal sealed class SpeechCall(SpeechSettings settings, ProviderCall call)
{
    private readonly AudioClient _client = call.Client.GetAudioClient(settings.Model);
    private readonly bool _isOwn = settings.Provider == ProviderTable.Local;
    private volatile bool _givesNoTimes = settings.GivesNoTimes;
    private volatile bool _namesNoAuto;

    public async Task<SpeechAnswer> AttemptAsync(SpeechUpload upload, CancellationToken cancellationToken)
    {
        var response = await call.SendAsync(
            options => PostAsync(upload, options),
            (status, error) => Task.FromResult(status is 400 or 422 && Learns(error, upload)),
            cancellationToken);
        var answer = Read(response, upload);
        CallTracker.Current?.Transcribed(upload.Length);
        return answer;
    }

    private SpeechAnswer Read(PipelineResponse response, SpeechUpload upload)
    {
        var body = response.Content.ToMemory();
        if (TranscriptionReader.Read(body, ProviderHeaders.Find(response, "Content-Type") ?? "", upload.Length) is { } answer)
            return answer;
        // whisper.cpp's server says what went wrong with a status of 200.
        var error = call.ErrorOf(response);
        throw error is { IsJson: true, Message.Length: > 0 }
            ? call.Failures.From(500, error)
            : call.Failures.BadOutput("something that is not a transcription");
    }

    /// <summary>Whether the same upload, sent as has just been learnt, may be taken.</summary>
    private bool Learns(ProviderError error, SpeechUpload upload)
    {
        if (!_givesNoTimes && (error.Message.Contains("verbose_json", StringComparison.OrdinalIgnoreCase)
            || error.Message.Contains("response_format", StringComparison.OrdinalIgnoreCase)
            || error.Message.Contains("timestamp_granularities", StringComparison.OrdinalIgnoreCase)))
            return _givesNoTimes = true;
        // Without it whisper.cpp's server assumes English; other servers do not know this language.
        return _isOwn && !_namesNoAuto && upload.Language is null
            && error.Message.Contains("language", StringComparison.OrdinalIgnoreCase)
            && (_namesNoAuto = true);
    }

    private async Task<ClientResult> PostAsync(SpeechUpload upload, RequestOptions options)
    {
        using var content = Form(upload);
        call.Count(upload.Audio.Length);
        return await _client.TranscribeAudioAsync(content, MultipartForm.ContentType, options);
    }

    private MultipartForm Form(SpeechUpload upload)
    {
        var (fileName, contentType) = upload.Encoding switch
        {
            SpeechEncoding.Wav => ("audio.wav", "audio/wav"),
            SpeechEncoding.Flac => ("audio.flac", "audio/flac"),
            _ => ("audio.ogg", "audio/ogg"),
        };
        var form = new MultipartForm()
            .Field("model", settings.Model)
            .Field("temperature", upload.Temperature)
            .Field("response_format", _givesNoTimes ? "json" : settings.NamesSpeakers ? "diarized_json" : "verbose_json");
        // Above 30 seconds such a model takes no audio without it.
        if (settings.NamesSpeakers)
            form.Field("chunking_strategy", "auto");
        else if (!_givesNoTimes)
            form.Field("timestamp_granularities[]", "segment").Field("timestamp_granularities[]", "word");
        if (upload.Language is { } language)
            form.Field("language", language.Primary);
        else if (_isOwn && !_namesNoAuto)
            form.Field("language", "auto");
        // whisper.cpp's server would continue from the text of the call before.
        if (_isOwn)
            form.Field("no_context", "true");
        return form.File("file", fileName, contentType, upload.Audio);
    }
}
