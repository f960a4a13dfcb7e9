using Yttl.Core.Failures;
using Yttl.Core.Text;

namespace Yttl.Core.Providers;

/// <summary>
/// Tells of waits that are long enough to be noticed, so that a run that waits does not look like one that hangs. Waits of
/// many calls that end at about the same time are told once. Safe from any thread.
/// </summary>
/// <param name="tell">Receives one line, without its end.</param>
public sealed class WaitNews(Action<string> tell, TimeProvider time)
{
    public static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(10);

    // Calls that were refused together are told to come back within some seconds of each other.
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private DateTimeOffset _told = DateTimeOffset.MinValue;

    /// <summary>Tells of a wait before a call of a provider is made again.</summary>
    internal void Before(TimeSpan wait, string provider, YttlException failure) => Tell(wait,
        failure.RetryAfter is { } asked && asked > TimeSpan.Zero ? $"{provider} asks for it"
        : failure.Failure.Category is FailureCategory.RateLimit ? $"{provider} asks for fewer calls"
        : $"{provider} fails, and is tried again then");

    /// <param name="why">Why, as the rest of a sentence.</param>
    public void Tell(TimeSpan wait, string why)
    {
        if (wait <= Noticeable)
            return;
        lock (_lock)
        {
            var end = time.GetUtcNow() + wait;
            if (end <= _told + Together)
                return;
            _told = end;
        }

        tell($"waiting {Quantity.Round(wait)}: {why}");
    }
}
