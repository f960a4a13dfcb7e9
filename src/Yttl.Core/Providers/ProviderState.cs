using Yttl.Core.Failures;

namespace Yttl.Core.Providers;

/// <summary>What a failure of a call says about its provider.</summary>
internal static class ProviderState
{
    // A provider whose daily allowance is used up asks for hours; a report today is worth more.
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(1);

    /// <summary>
    /// The provider is well and asks to be called again later than a call may wait itself; null where it does not. A
    /// shorter wait has been taken, as often as the budget of the call allows: to take it again would never end.
    /// </summary>
    public static TimeSpan? AsksToWait(YttlException failure) =>
        failure.RetryAfter is { } wait && wait > Backoff.Longest && wait <= LongestRetryAfter ? wait : null;

    /// <summary>About the provider and not about this text: the same would become of every other part.</summary>
    public static bool IsDown(YttlException failure) =>
        AsksToWait(failure) is null
        && failure.Failure.Category is FailureCategory.Network or FailureCategory.RateLimit
            or FailureCategory.Authentication or FailureCategory.Input;
}
