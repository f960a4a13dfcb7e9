namespace Yttl.Core.Providers;

/// <summary>Computes the wait before the next attempt: exponential, with equal jitter.</summary>
internal static class Backoff
{
    /// <summary>The longest wait inside a call. The workflow makes longer ones.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(LongestSeconds);

    public const int LongestSeconds = 30;

    /// <summary>
    /// Half of the wait is fixed and half is random, so that it is never near zero and callers that failed together do
    /// not return together: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
    /// </summary>
    /// <param name="attempt">The number of failed attempts before this wait, less one: 0 for the first wait.</param>
    /// <param name="random">In the range [0, 1).</param>
    /// <returns>From 0 to <paramref name="longest"/>. Zero only where a delay is zero.</returns>
    public static TimeSpan Wait(int attempt, TimeSpan baseDelay, TimeSpan longest, double random)
    {
        var full = baseDelay.TotalSeconds * Math.Pow(2, Math.Clamp(attempt, 0, 30));
        return TimeSpan.FromSeconds(Math.Min(full, longest.TotalSeconds) * (0.5 + random / 2));
    }

    public static TimeSpan Wait(int attempt, TimeSpan baseDelay, double random) =>
        Wait(attempt, baseDelay, Longest, random);
}
