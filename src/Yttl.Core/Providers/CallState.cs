using Polly;

namespace Yttl.Core.Providers;

/// <summary>What one call has been through so far; it travels with the call through every strategy.</summary>
internal sealed class CallState
{
    public static readonly ResiliencePropertyKey<CallState> Key = new("yttl.call");

    /// <summary>Attempts that failed, 429s apart.</summary>
    public int Failed { get; set; }

    public int RateLimitWaits { get; set; }

    public TimeSpan WaitedForRateLimit { get; set; }

    /// <summary>In attempts and waits, without the time in the queue.</summary>
    public TimeSpan Spent { get; set; }

    public static CallState Of(ResilienceContext context) => context.Properties.GetValue(Key, null!);
}
