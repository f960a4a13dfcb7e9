using Yttl.Core.Providers;
using Yttl.Core.Providers.Limits;

namespace Yttl.Core.Speech.Calls;

/// <summary>
/// A recogniser behind the OpenAI transcription protocol, through the official client. One instance per provider and
/// process: its calls share one limit (<see cref="ProviderSettings.MaxConcurrent"/>; videos take turns), and it makes
/// all their short retries. A call that waits for its next attempt holds no slot.
/// </summary>
/// <remarks>
/// A model that rejects verbose JSON receives requests for plain text from then on. After one 401 every later call
/// fails with the same failure and is not sent: the key does not change while the process runs.
/// </remarks>
public sealed class OpenAiSpeechToText : ISpeechToText, IDisposable
{
    private readonly HttpClient _http;
    private readonly ProviderCalls _calls;
    private readonly SpeechCall _call;

    /// <param name="settings">Have an address.</param>
    public OpenAiSpeechToText(SpeechSettings settings, TimeProvider time)
        : this(settings, time, ProviderConnection.CreateHttpClient(), Random.Shared.NextDouble)
    {
    }

    /// <param name="http">Has an infinite time-out. Disposed with this.</param>
    /// <param name="random">The jitter of waits, in the range [0, 1).</param>
    internal OpenAiSpeechToText(SpeechSettings settings, TimeProvider time, HttpClient http, Func<double> random)
    {
        var baseUrl = settings.BaseUrl
            ?? throw new ArgumentException("A server without an address is leased from a pool.", nameof(settings));
        _http = http;
        var limiter = AdaptiveLimiter.Exactly(settings.MaxConcurrent, time);
        _calls = new ProviderCalls(limiter, new CallRetry(
            settings.Retry, limiter, new SpeechFailures(settings).TimedOut, time, random, settings.Provider));
        _call = new SpeechCall(settings, baseUrl, http, time);
    }

    public Task<SpeechAnswer> TranscribeAsync(SpeechUpload upload, CancellationToken cancellationToken) =>
        _calls.RunAsync(
            _calls.NextTurn(upload.Video), token => _call.AttemptAsync(upload, token), cancellationToken);

    public void Dispose()
    {
        _calls.Dispose();
        _http.Dispose();
    }
}
