using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.Identity;
using OpenAI.Audio;
using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.Core.Providers;

namespace Yttl.Core.Speech.Calls;

/// <summary>
/// One attempt at one call, at one address. Keeps what the server rejected: a format, a language, a key.
/// </summary>
internal sealed class SpeechCall
{
    private readonly SpeechSettings _settings;
    private readonly TimeProvider _time;
    private readonly AudioClient _client;
    private readonly SpeechFailures _failures;
    private readonly bool _isOwn;
    private volatile bool _givesNoTimes;
    private volatile bool _namesNoAuto;
    private volatile YttlException? _keyRefused;

    public SpeechCall(SpeechSettings settings, Uri baseUrl, HttpClient http, TimeProvider time)
    {
        _settings = settings;
        _time = time;
        _failures = new SpeechFailures(settings);
        _isOwn = settings.Provider == ProviderTable.Local;
        _givesNoTimes = settings.GivesNoTimes;
#pragma warning disable OPENAI001 // The one way to sign in with a token, or with nothing; the README recommends it.
        _client = new AudioClient(
            settings.Model,
            ProviderConnection.SignIn(settings),
            ProviderConnection.Options(baseUrl, http));
#pragma warning restore OPENAI001
    }

    public async Task<SpeechAnswer> AttemptAsync(SpeechUpload upload, CancellationToken cancellationToken)
    {
        if (_keyRefused is { } refused)
            throw new YttlException(refused.Failure.Category, refused.Failure.Code, refused.Failure.Message);
        var response = await SendAsync(upload, cancellationToken);
        while (response.Status is 400 or 422 && Learn(ErrorOf(response), upload))
            response = await SendAsync(upload, cancellationToken);
        if (response.Status is >= 200 and < 300)
        {
            var answer = Read(response, upload);
            CallTracker.Current?.Heard(upload.Length);
            return answer;
        }

        var failure = _failures.Of(response.Status, ErrorOf(response), ProviderHeaders.RetryAfterOf(response, _time.GetUtcNow()));
        if (response.Status == 401)
            _keyRefused = failure;
        throw failure;
    }

    private SpeechAnswer Read(PipelineResponse response, SpeechUpload upload)
    {
        var body = response.Content.ToMemory();
        if (TranscriptionReader.Read(body, ProviderHeaders.Of(response, "Content-Type") ?? "", upload.Length) is { } answer)
            return answer;
        // whisper.cpp's server reports errors with a status of 200.
        var error = ProviderError.Read(body, _settings.ApiKey);
        throw error.Message.Length > 0
            ? _failures.Of(500, error, null)
            : _failures.BadOutput("something that is no transcription");
    }

    /// <summary>Returns whether the same upload may succeed after the change that the error suggests.</summary>
    private bool Learn(ProviderError error, SpeechUpload upload)
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

    private async Task<PipelineResponse> SendAsync(SpeechUpload upload, CancellationToken cancellationToken)
    {
        using var content = Form(upload);
        CallTracker.Current?.Sent(_settings.Row.TelemetryName, "transcription", _settings.Model, upload.Audio.Length);
        try
        {
            var result = await _client.TranscribeAudioAsync(content, MultipartForm.ContentType, new RequestOptions
            {
                CancellationToken = cancellationToken,
                ErrorOptions = ClientErrorBehaviors.NoThrow,
            });
            return result.GetRawResponse();
        }
        catch (AuthenticationFailedException exception)
        {
            throw _failures.NotSignedIn(exception);
        }
        catch (Exception exception) when (exception is ClientResultException or HttpRequestException or IOException)
        {
            throw _failures.Unreachable(exception);
        }
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
            .Field("model", _settings.Model)
            .Field("temperature", upload.Temperature)
            .Field("response_format", _givesNoTimes ? "json" : "verbose_json");
        if (!_givesNoTimes)
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

    private ProviderError ErrorOf(PipelineResponse response) =>
        ProviderError.Read(response.Content.ToMemory(), _settings.ApiKey);
}
