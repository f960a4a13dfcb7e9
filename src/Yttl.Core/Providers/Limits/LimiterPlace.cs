using Yttl.Core.Failures;

namespace Yttl.Core.Providers.Limits;

/// <summary>A call's place in an <see cref="AdaptiveLimiter"/>; given back when it is disposed, once.</summary>
/// <param name="round">The limiter's when the call started.</param>
/// <param name="wasFull">Whether the call took the last place.</param>
internal sealed class LimiterPlace(AdaptiveLimiter limiter, int round, bool wasFull) : IDisposable
{
    public int Round => round;

    public bool WasFull => wasFull;

    public CallEnd End { get; private set; } = CallEnd.Other;

    /// <summary>A call that ends with a rate limit is a rejected one.</summary>
    /// <param name="exception">Null for a good end.</param>
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
