namespace Yttl.Core.Providers;

/// <summary>How one category of passing failures is tried again.</summary>
/// <param name="Factor">Of <see cref="RetrySettings.BaseDelay"/>, 0 to 10: the first wait.</param>
/// <param name="LongestWait">No back-off is longer, 0 to 30 s; what the provider itself asks for may be.</param>
public sealed record RetryPace(double Factor, TimeSpan LongestWait)
{
    internal IEnumerable<string> Problems(string name)
    {
        if (Factor is not (>= 0 and <= 10))
            yield return $"{name}: the factor of the first wait must be from 0 to 10";
        if (LongestWait < TimeSpan.Zero || LongestWait > Backoff.Longest)
            yield return $"{name}: the longest wait must be from 0 to 30 seconds";
    }
}
