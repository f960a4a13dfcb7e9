using Yttl.Core.Failures;

namespace Yttl.Workflows.Orchestration;

internal static class RateLimits
{
    /// <summary>The failure of a call that a provider wants to wait for longer than anybody should.</summary>
    public static Failure GivenUp(TimeSpan waited, TimeSpan more) => new(
        FailureCategory.RateLimit,
        "model.rate-limited",
        $"The provider asked to wait {more.TotalMinutes:0} more minutes after {waited.TotalMinutes:0}; "
        + "run the same command later.");
}
