using System.Collections.Concurrent;
using Yttl.Core.ModelServers;
using Yttl.Core.Providers;
using Yttl.Core.Speech.Calls;

namespace Yttl.Core.Speech;

/// <summary>
/// A recogniser on this machine: every attempt leases a place in a server, so that one which died is started anew and
/// the call repeated. The pool bounds how many run at once.
/// </summary>
public sealed class PooledSpeechToText : ISpeechToText, IDisposable
{
    private readonly IServerPool _pool;
    private readonly SpeechSettings _settings;
    private readonly TimeProvider _time;
    private readonly HttpClient _http = ProviderConnection.CreateHttpClient(toThisMachine: true);
    private readonly CallRetry _retry;
    private readonly SpeechFailures _failures;
    private readonly ConcurrentDictionary<Uri, SpeechCall> _calls = new();

    /// <param name="pool">Not disposed with this.</param>
    public PooledSpeechToText(IServerPool pool, SpeechSettings settings, TimeProvider time)
    {
        _pool = pool;
        _settings = settings;
        _time = time;
        _failures = new SpeechFailures(settings);
        // The pool's queue is no part of an attempt's time.
        _retry = new CallRetry(
            settings.Retry with { AttemptTimeout = settings.Retry.CallTimeout }, time, Random.Shared.NextDouble, settings.Provider);
    }

    public Task<SpeechAnswer> TranscribeAsync(SpeechUpload upload, CancellationToken cancellationToken) =>
        _retry.RunAsync(token => AttemptAsync(upload, token), _failures.TimedOut, cancellationToken);

    public void Dispose() => _http.Dispose();

    private Task<SpeechAnswer> AttemptAsync(SpeechUpload upload, CancellationToken cancellationToken) =>
        LeasedCall.RunAsync(
            _pool,
            (address, token) => CallAt(address).AttemptAsync(upload, token),
            _settings.Retry.AttemptTimeout,
            _failures.TimedOut,
            _time,
            cancellationToken);

    private SpeechCall CallAt(Uri address) =>
        _calls.GetOrAdd(address, url => new SpeechCall(_settings, url, _http, _time));
}
