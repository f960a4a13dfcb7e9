using System.Collections.Concurrent;
using Yttl.Core.Failures;
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
    private readonly HttpClient _http = ProviderConnection.CreateHttpClient();
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
            settings.Retry with { AttemptTimeout = TimeSpan.FromDays(1) }, time, Random.Shared.NextDouble);
    }

    public Task<SpeechAnswer> TranscribeAsync(SpeechUpload upload, CancellationToken cancellationToken) =>
        _retry.RunAsync(token => AttemptAsync(upload, token), _failures.TimedOut, cancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task<SpeechAnswer> AttemptAsync(SpeechUpload upload, CancellationToken cancellationToken)
    {
        using var lease = await _pool.LeaseAsync(cancellationToken);
        var call = _calls.GetOrAdd(lease.BaseUrl, url => new SpeechCall(_settings, url, _http, _time));
        using var deadline = new CancellationTokenSource(_settings.Retry.AttemptTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await call.AttemptAsync(upload, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw await lease.ExplainAsync(cancellationToken) ?? _failures.TimedOut();
        }
        catch (YttlException)
        {
            // The server's end says more than the broken connection it left.
            if (await lease.ExplainAsync(cancellationToken) is { } cause)
                throw cause;
            throw;
        }
    }
}
