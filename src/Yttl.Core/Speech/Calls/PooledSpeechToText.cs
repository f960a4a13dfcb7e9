using Yttl.Core.ModelServers;

namespace Yttl.Core.Speech.Calls;

/// <summary>
/// A recogniser on this machine, see <see cref="PooledCalls{TCall}"/>. The failure of a server that was killed for its
/// memory is final: a shorter upload may succeed.
/// </summary>
public sealed class PooledSpeechToText : ISpeechToText, IDisposable
{
    private readonly PooledCalls<SpeechCall> _pooled;

    /// <param name="pool">Not disposed with this.</param>
    public PooledSpeechToText(IServerPool pool, SpeechSettings settings, TimeProvider time)
    {
        _pooled = new PooledCalls<SpeechCall>(
            pool, settings.Provider, settings.MaxConcurrent, settings.Retry, new SpeechFailures(settings).TimedOut, time,
            (address, http) => new SpeechCall(settings, address, http, time));
    }

    public Task<SpeechAnswer> TranscribeAsync(SpeechUpload upload, CancellationToken cancellationToken) =>
        _pooled.Calls.RunAsync(
            _pooled.Calls.NextTurn(upload.Video),
            token => _pooled.AttemptAsync((call, inTime) => call.AttemptAsync(upload, inTime), token),
            cancellationToken);

    public void Dispose() => _pooled.Dispose();
}
