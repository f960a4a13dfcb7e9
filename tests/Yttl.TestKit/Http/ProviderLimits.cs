using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Yttl.TestKit.Http;

/// <summary>
/// How real providers limit: a call over the limit is answered 429 at once, others after a time. Counts both.
/// </summary>
public sealed class ProviderLimits
{
    private readonly Lock _lock = new();
    private readonly List<long> _answered = [];
    private readonly ModelAnswer _answer;
    private readonly TimeSpan _latency;
    private int _running;
    private double _tokens;
    private long _filled = TimeProvider.System.GetTimestamp();

    private ProviderLimits(ModelAnswer answer, TimeSpan latency) => (_answer, _latency) = (answer, latency);

    public int Rejected { get; private set; }

    /// <summary>Since the machine started, by <see cref="TimeProvider.GetTimestamp"/>, in order.</summary>
    public IReadOnlyList<long> Answered
    {
        get
        {
            lock (_lock)
                return [.. _answered];
        }
    }

    public required Func<ModelCall, ModelAnswer> Answer { get; init; }

    /// <summary>No more than <paramref name="cap"/> calls at once; a 429 says nothing of when to come back.</summary>
    public static ProviderLimits AtOnce(int cap, TimeSpan latency, ModelAnswer answer)
    {
        ProviderLimits limits = null!;
        return limits = new ProviderLimits(answer, latency)
        {
            Answer = _ => limits.Decide(() => limits._running < cap, ModelAnswer.RateLimited()),
        };
    }

    /// <summary>A token bucket: <paramref name="depth"/> calls at once, then so many a second.</summary>
    /// <param name="byDate">Whether <c>Retry-After</c> is a date; it has whole seconds in both its forms.</param>
    public static ProviderLimits PerSecond(double rate, int depth, TimeSpan latency, ModelAnswer answer, bool byDate = false)
    {
        ProviderLimits limits = null!;
        return limits = new ProviderLimits(answer, latency)
        {
            _tokens = depth,
            Answer = _ => limits.Decide(() => limits.Take(rate, depth), RetryAfterASecond(byDate)),
        };
    }

    private static ModelAnswer RetryAfterASecond(bool byDate) => ModelAnswer.RateLimited(("Retry-After", byDate
        ? TimeProvider.System.GetUtcNow().AddSeconds(1).ToString("r", CultureInfo.InvariantCulture)
        : "1"));

    private ModelAnswer Decide(Func<bool> admits, ModelAnswer rejection)
    {
        lock (_lock)
        {
            if (!admits())
            {
                Rejected++;
                return rejection;
            }

            _running++;
            return new ModelAnswer(AnswerAsync);
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        try
        {
            await Task.Delay(_latency, context.RequestAborted);
        }
        finally
        {
            lock (_lock)
            {
                _running--;
                _answered.Add(TimeProvider.System.GetTimestamp());
            }
        }

        await _answer.Send(context);
    }

    private bool Take(double rate, int depth)
    {
        var now = TimeProvider.System.GetTimestamp();
        _tokens = Math.Min(depth, _tokens + rate * TimeProvider.System.GetElapsedTime(_filled, now).TotalSeconds);
        _filled = now;
        if (_tokens < 1)
            return false;
        _tokens--;
        return true;
    }
}
