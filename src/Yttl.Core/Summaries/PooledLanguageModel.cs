using System.Collections.Concurrent;
using Yttl.Core.Failures;
using Yttl.Core.ModelServers;
using Yttl.Core.Providers;
using Yttl.Core.Providers.Limits;
using Yttl.Core.Summaries.Chat;

namespace Yttl.Core.Summaries;

/// <summary>
/// A model on this machine: every attempt leases a place in a server, so that one which died is started anew and the
/// call repeated. Videos take turns; no more calls wait for a place than
/// <see cref="LanguageModelSettings.MaxConcurrent"/>.
/// </summary>
/// <remarks>
/// A server that was killed is given one more chance by each call: memory may have been short for another program's
/// sake. What becomes of it then is final.
/// </remarks>
public sealed class PooledLanguageModel : ILanguageModel, IDisposable
{
    private readonly IServerPool _pool;
    private readonly LanguageModelSettings _settings;
    private readonly TimeProvider _time;
    private readonly HttpClient _http = ProviderConnection.CreateHttpClient(toThisMachine: true);
    private readonly AdaptiveLimiter _limiter;
    private readonly ChatFailures _failures;
    private readonly ChatCalls _calls;
    private readonly ConcurrentDictionary<Uri, ChatCall> _addresses = new();

    /// <param name="pool">Not disposed with this.</param>
    public PooledLanguageModel(IServerPool pool, LanguageModelSettings settings, TimeProvider time)
    {
        _pool = pool;
        _settings = settings;
        _time = time;
        _limiter = AdaptiveLimiter.Exactly(settings.MaxConcurrent, time);
        _failures = new ChatFailures(settings);
        // A start, and the wait for it, is no part of an attempt's time.
        var retry = settings.Retry with { AttemptTimeout = settings.Retry.CallTimeout };
        _calls = new ChatCalls(
            _limiter, new CallRetry(retry, time, Random.Shared.NextDouble, settings.Provider), _failures);
    }

    public async Task<Completion> CompleteAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        var wasKilled = false;
        return await _calls.CompleteAsync(prompt, OnceMoreAfterAKillAsync, cancellationToken);

        async Task<ChatAnswer> OnceMoreAfterAKillAsync(Prompt asked, int maxTokens, CancellationToken token)
        {
            try
            {
                return await AttemptAsync(asked, maxTokens, token);
            }
            catch (YttlException e) when (e.Failure.Category == FailureCategory.Memory && !wasKilled)
            {
                wasKilled = true;
                throw new YttlException(e.Failure.Category, e.Failure.Code, e.Failure.Message, transient: true, inner: e);
            }
        }
    }

    public void Dispose()
    {
        _limiter.Dispose();
        _http.Dispose();
    }

    private Task<ChatAnswer> AttemptAsync(Prompt prompt, int maxTokens, CancellationToken cancellationToken) =>
        LeasedCall.RunAsync(
            _pool,
            (address, token) => CallAt(address).AttemptAsync(prompt, maxTokens, token),
            _settings.Retry.AttemptTimeout,
            _failures.TimedOut,
            _time,
            cancellationToken);

    private ChatCall CallAt(Uri address) =>
        _addresses.GetOrAdd(address, url => new ChatCall(_settings, url, _http, _time));
}
