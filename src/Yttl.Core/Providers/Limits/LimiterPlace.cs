using Yttl.Core.Failures;

namespace Yttl.Core.Providers.Limits;

/// <summary>A call's slot in an <see cref="AdaptiveLimiter"/>. Disposing it, once, frees it.</summary>
/// <param name="round">The limiter's round when the call started.</param>
/// <param name="wasFull">Whether the call took the last slot.</param>
internal sealed class LimiterPlace(AdaptiveLimiter limiter, int round, bool wasFull) : IDisposable
{
    public int Round => round;

    public bool WasFull => wasFull;

    public CallEnd End { get; private set; } = CallEnd.Other;

    /// <summary>Sets the end of the call. A rate limit counts as a rejection.</summary>
    /// <param name="exception">Null where the call succeeded.</param>
    public void EndWith(Exception? exception) => End = exception switch
    {
        null => CallEnd.Good,
        YttlException { Failure.Category: FailureCategory.RateLimit } => CallEnd.Rejected,
        _ => CallEnd.Other,
    };

    public void Dispose() => limiter.Leave(this);
}

internal enum CallEnd
{
    Good,
    Rejected,
    Other,
}
