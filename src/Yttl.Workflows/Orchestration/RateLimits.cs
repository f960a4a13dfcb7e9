using Yttl.Core.Failures;

namespace Yttl.Workflows.Orchestration;

internal static class RateLimits
{
    /// <summary>The failure of a call whose provider asks for longer waits than the budget allows.</summary>
    public static Failure GivenUp(TimeSpan waited, TimeSpan more) => new(
        FailureCategory.RateLimit,
        "model.rate-limited",
        $"The provider asked to wait {more.TotalMinutes:0} more minutes after {waited.TotalMinutes:0}; "
        + "run the same command later.");
}
