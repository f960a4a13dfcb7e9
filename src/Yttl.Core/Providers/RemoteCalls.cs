using Yttl.Core.Providers.Limits;

namespace Yttl.Core.Providers;

/// <summary>Calls a model at the one address that its settings have.</summary>
internal sealed class RemoteCalls<TCall> : ProviderCalls<TCall>
{
    private readonly HttpClient _http;
    private readonly WindowKeeper? _keeper;
    private readonly TCall _call;

    /// <param name="settings">With an address.</param>
    /// <param name="http">Its time-out must be infinite; disposed with this.</param>
    /// <param name="memory">Where the limit that is found is kept, also for a process that will be killed; null for nowhere.</param>
    /// <param name="news">Told of long waits; null for none.</param>
    public RemoteCalls(
        ProviderSettings settings,
        TimeProvider time,
        HttpClient http,
        Func<double> random,
        IWindowMemory? memory,
        Func<ProviderCall, TCall> open,
        WaitNews? news = null)
        : this(settings, LimiterOf(settings, memory, time), time, http, random, memory, open, news)
    {
    }

    private RemoteCalls(
        ProviderSettings settings,
        AdaptiveLimiter limiter,
        TimeProvider time,
        HttpClient http,
        Func<double> random,
        IWindowMemory? memory,
        Func<ProviderCall, TCall> open,
        WaitNews? news)
        : base(settings, limiter, settings.Retry, time, random, news)
    {
        _http = http;
        _keeper = memory is null || !settings.FindsLimit ? null
            : new WindowKeeper(() => limiter.LastGood, found => memory.Keep(settings.WindowName, found), time);
        _call = open(new ProviderCall(settings, AddressOf(settings), http, time, limiter.Observe));
    }

    public override Task<T> AttemptAsync<T>(
        Func<TCall, CancellationToken, Task<T>> attempt, CancellationToken cancellationToken) =>
        attempt(_call, cancellationToken);

    public override void Dispose()
    {
        _keeper?.Dispose();
        base.Dispose();
        _http.Dispose();
    }

    private static AdaptiveLimiter LimiterOf(ProviderSettings settings, IWindowMemory? memory, TimeProvider time) =>
        settings.FindsLimit
            ? AdaptiveLimiter.Finding(settings.FirstWindow(memory), settings.MaxConcurrent, time)
            : AdaptiveLimiter.Exactly(settings.MaxConcurrent, time);

    private static Uri AddressOf(ProviderSettings settings) => settings.BaseUrl
        ?? throw new ArgumentException("A server without an address is leased from a pool.", nameof(settings));
}
