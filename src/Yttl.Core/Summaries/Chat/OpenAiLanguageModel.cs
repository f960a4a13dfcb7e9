using Yttl.Core.Providers;
using Yttl.Core.Providers.Limits;

namespace Yttl.Core.Summaries.Chat;

/// <summary>
/// A model behind the OpenAI chat protocol, through the official client. One instance per provider and process: its
/// calls share one limit (<see cref="ProviderSettings.MaxConcurrent"/>; videos take turns), and it makes all their
/// short retries. A call that waits for its next attempt holds no slot.
/// </summary>
/// <remarks>
/// An answer that reaches its token limit is requested once more with four times the limit (reasoning models count
/// their reasoning). Where that is cut short too, the text ends with its last whole sentence. After one 401 every later
/// call fails with the same failure and is not sent: the key does not change while the process runs. A 403 may concern
/// one model or one text, and is not kept.
/// </remarks>
public sealed class OpenAiLanguageModel : ILanguageModel, IDisposable
{
    private readonly HttpClient _http;
    private readonly WindowKeeper? _keeper;
    private readonly ProviderCalls _provider;
    private readonly ChatCall _call;
    private readonly ChatCalls _calls;

    /// <param name="settings">Have an address.</param>
    /// <param name="memory">
    /// Keeps the limit that is found, also for a process that is killed later. Null: not kept.
    /// </param>
    public OpenAiLanguageModel(LanguageModelSettings settings, TimeProvider time, IWindowMemory? memory = null)
        : this(settings, time, ProviderConnection.CreateHttpClient(), Random.Shared.NextDouble, memory)
    {
    }

    /// <param name="http">Has an infinite time-out. Disposed with this.</param>
    /// <param name="random">The jitter of waits, in the range [0, 1).</param>
    internal OpenAiLanguageModel(
        LanguageModelSettings settings,
        TimeProvider time,
        HttpClient http,
        Func<double> random,
        IWindowMemory? memory = null)
    {
        var baseUrl = settings.BaseUrl ?? throw new ArgumentException("There is no address.", nameof(settings));
        _http = http;
        AdaptiveLimiter limiter;
        if (settings.FindsLimit)
        {
            var name = $"{settings.Provider} {baseUrl.Authority} {settings.Model}";
            limiter = AdaptiveLimiter.Finding(
                memory?.Recall(name) ?? AdaptiveWindow.Opening, settings.MaxConcurrent, time);
            _keeper = memory is null ? null
                : new WindowKeeper(() => limiter.LastGood, found => memory.Keep(name, found), time);
        }
        else
        {
            limiter = AdaptiveLimiter.Exactly(settings.MaxConcurrent, time);
        }

        var failures = new ChatFailures(settings);
        _provider = new ProviderCalls(
            limiter, new CallRetry(settings.Retry, limiter, failures.TimedOut, time, random, settings.Provider));
        _call = new ChatCall(settings, baseUrl, http, time, limiter.Observe);
        _calls = new ChatCalls(_provider, failures);
    }

    public Task<Completion> CompleteAsync(Prompt prompt, CancellationToken cancellationToken) =>
        _calls.CompleteAsync(prompt, _call.AttemptAsync, cancellationToken);

    public void Dispose()
    {
        _keeper?.Dispose();
        _provider.Dispose();
        _http.Dispose();
    }
}
