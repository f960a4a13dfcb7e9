using Polly;
using Yttl.Core.Measuring;
using Yttl.Core.Providers.Limits;

namespace Yttl.Core.Providers;

/// <summary>The progress of one call, which every strategy can read.</summary>
internal sealed class CallState(Ticket turn, CallTracker track)
{
    public static readonly ResiliencePropertyKey<CallState> Key = new("yttl.call");

    public Ticket Turn => turn;

    public CallTracker Track => track;

    /// <summary>Whether an attempt failed. A 429 is no failure.</summary>
    public bool HasFailed { get; set; }

    public int RateLimitWaits { get; set; }

    public TimeSpan WaitedForRateLimit { get; set; }

    /// <summary>The time of attempts and waits, without the queue.</summary>
    public TimeSpan Spent { get; set; }

    public static CallState From(ResilienceContext context) => context.Properties.GetValue(Key, null!);
}
