using Yttl.Core.ModelServers;
using Yttl.Core.Providers;
using Yttl.Core.Providers.Limits;

namespace Yttl.Core.Speech.Calls;

/// <summary>
/// A recogniser behind the OpenAI transcription protocol, through the official client. One instance per provider and
/// process: its calls share one limit (<see cref="ProviderSettings.MaxConcurrent"/>; videos take turns), and it makes
/// all their short retries. A call that waits for its next attempt holds no slot.
/// </summary>
/// <remarks>
/// A model that refuses verbose JSON is asked for plain text from then on. After one 401 every later call of the run fails
/// with the same failure and is not sent: the key does not change meanwhile. A local server that was killed for want
/// of memory is final: a shorter upload may do.
/// </remarks>
public sealed class OpenAiSpeechToText : ISpeechToText, IDisposable
{
    private readonly ProviderCalls<SpeechCall> _calls;

    /// <param name="settings">Have an address.</param>
    /// <param name="news">Told of long waits; null for none.</param>
    public OpenAiSpeechToText(SpeechSettings settings, TimeProvider time, WaitNews? news = null)
        : this(settings, time, ProviderConnection.CreateHttpClient(settings.AnswerBounds, time), Random.Shared.NextDouble, news)
    {
    }

    /// <summary>A recogniser on this machine: every attempt leases a place in a server.</summary>
    /// <param name="pool">Not disposed with this.</param>
    public OpenAiSpeechToText(IServerPool pool, SpeechSettings settings, TimeProvider time) =>
        _calls = new PooledCalls<SpeechCall>(pool, settings, time, call => new SpeechCall(settings, call));

    /// <param name="http">Its time-out must be infinite; disposed with this.</param>
    /// <param name="random">The jitter of waits: from 0 up to, not including, 1.</param>
    internal OpenAiSpeechToText(
        SpeechSettings settings, TimeProvider time, HttpClient http, Func<double> random, WaitNews? news = null) =>
        _calls = new RemoteCalls<SpeechCall>(
            settings, time, http, random, memory: null, call => new SpeechCall(settings, call), news);

    public CallLoad Load => _calls.Load;

    public Task<SpeechAnswer> TranscribeAsync(SpeechUpload upload, CancellationToken cancellationToken) =>
        _calls.RunAsync(
            _calls.NextTurn(upload.Video),
            token => _calls.AttemptAsync((call, inTime) => call.AttemptAsync(upload, inTime), token),
            cancellationToken);

    public void Dispose() => _calls.Dispose();
}
