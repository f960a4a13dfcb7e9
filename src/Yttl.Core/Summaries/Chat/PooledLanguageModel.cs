using Yttl.Core.Failures;
using Yttl.Core.ModelServers;

namespace Yttl.Core.Summaries.Chat;

/// <summary>A model on this machine, see <see cref="PooledCalls{TCall}"/>.</summary>
/// <remarks>
/// Each call retries a killed server once: another program may have taken the memory. The second failure is final.
/// </remarks>
public sealed class PooledLanguageModel : ILanguageModel, IDisposable
{
    private readonly PooledCalls<ChatCall> _pooled;
    private readonly ChatCalls _calls;

    /// <param name="pool">Not disposed with this.</param>
    public PooledLanguageModel(IServerPool pool, LanguageModelSettings settings, TimeProvider time)
    {
        var failures = new ChatFailures(settings);
        _pooled = new PooledCalls<ChatCall>(
            pool, settings.Provider, settings.MaxConcurrent, settings.Retry, failures.TimedOut, time,
            (address, http) => new ChatCall(settings, address, http, time));
        _calls = new ChatCalls(_pooled.Calls, failures);
    }

    public async Task<Completion> CompleteAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        var wasKilled = false;
        return await _calls.CompleteAsync(prompt, OnceMoreAfterAKillAsync, cancellationToken);

        async Task<ChatAnswer> OnceMoreAfterAKillAsync(Prompt asked, int maxTokens, CancellationToken token)
        {
            try
            {
                return await _pooled.AttemptAsync((call, inTime) => call.AttemptAsync(asked, maxTokens, inTime), token);
            }
            catch (YttlException e) when (e.Failure.Category == FailureCategory.Memory && !wasKilled)
            {
                wasKilled = true;
                throw new YttlException(
                    e.Failure.Category, e.Failure.Code, e.Failure.Message, transient: true, inner: e);
            }
        }
    }

    public void Dispose() => _pooled.Dispose();
}
