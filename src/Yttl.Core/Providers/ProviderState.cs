using Yttl.Core.Failures;

namespace Yttl.Core.Providers;

/// <summary>Interprets a failed call: whether the provider is down or asks to wait.</summary>
internal static class ProviderState
{
    // A provider whose daily allowance is used up asks for hours. A report today is worth more.
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(1);

    /// <summary>
    /// Returns the wait that a working provider asks for, where it is longer than a call may wait; otherwise null.
    /// Shorter waits were already made within the call's budget, and repeating them would never end.
    /// </summary>
    public static TimeSpan? AsksToWait(YttlException failure) =>
        failure.RetryAfter is { } wait && wait > Backoff.Longest && wait <= LongestRetryAfter ? wait : null;

    /// <summary>
    /// Returns whether the failure concerns the provider and not this text, so that every other part would fail too.
    /// </summary>
    public static bool IsDown(YttlException failure) =>
        AsksToWait(failure) is null
        && failure.Failure.Category is FailureCategory.Network or FailureCategory.RateLimit
            or FailureCategory.Authentication or FailureCategory.Input;
}
