namespace Yttl.Core.Providers;

/// <summary>How one category of transient failures is retried.</summary>
/// <param name="Factor">
/// The first wait as a multiple of <see cref="RetrySettings.BaseDelay"/>, 0 to <see cref="MostFactor"/>.
/// </param>
/// <param name="LongestWait">The longest back-off, 0 to 30 s. The provider itself may ask for a longer wait.</param>
public sealed record RetryPace(double Factor, TimeSpan LongestWait)
{
    internal const int MostFactor = 10;

    internal IEnumerable<string> Problems(string name)
    {
        if (Factor is not (>= 0 and <= MostFactor))
            yield return $"{name}: the factor of the first wait must be from 0 to {MostFactor}";
        if (LongestWait < TimeSpan.Zero || LongestWait > Backoff.Longest)
            yield return $"{name}: the longest wait must be from 0 to {Backoff.LongestSeconds} seconds";
    }
}
