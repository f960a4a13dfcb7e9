using System.Globalization;
using Yttl.Core.Failures;
using Yttl.Core.Text;

namespace Yttl.Core.Performance;

/// <summary>
/// Where the time went and what would change it: one sentence each, the most important first. A pure function.
/// </summary>
public static class PerformanceAdvice
{
    /// <summary>A smaller share of the time gets no sentence.</summary>
    private const double WorthSaying = 0.05;

    /// <summary>Where the chain takes this share of the run, more calls at once gain almost nothing.</summary>
    private const double NearlyAll = 0.8;

    /// <returns>Empty where nothing was measured.</returns>
    public static IReadOnlyList<string> From(ReportPerformance measured) => measured.TotalSeconds > 0 && measured.Phases.Count > 0
        ? [Longest(measured), .. Waits(measured), .. Shape(measured)]
        : [];

    private static string Longest(ReportPerformance measured)
    {
        var longest = measured.Phases.MaxBy(phase => phase.Seconds)!;
        return $"Most of the time: {longest.Name}, {Percent(longest.Seconds / measured.TotalSeconds)} of the run.";
    }

    private static IEnumerable<string> Waits(ReportPerformance measured)
    {
        if (measured.Waits is not { } waits)
            return [];
        var all = measured.Phases.Sum(phase => phase.WorkSeconds + phase.WaitSeconds);
        (double Seconds, Func<string, string> Say)[] reasons =
        [
            (waits.RateLimit, share => $"Rate-limit waits: {share} of the steps' time. The provider asked for fewer calls. "
                + $"{SettingName.For("max_concurrent_llm")} auto finds how many a known provider takes; "
                + "for a server of your own give its number. "
                + "Only a higher limit there is faster than that."),
            (waits.Queue, share => $"Waits for a turn: {share} of the steps' time. More steps were ready than calls were "
                + (waits.RateLimit > 0
                    ? "let through, and the provider took no more."
                    : "allowed at once. "
                        + $"A higher {SettingName.For("max_concurrent_llm")} helps where the provider takes more.")),
            (waits.BackOff, share => $"Waits after failures: {share} of the steps' time. Attempts failed and were repeated; "
                + "the failures by provider say which."),
        ];
        return reasons
            .Where(reason => all > 0 && reason.Seconds / all >= WorthSaying)
            .OrderByDescending(reason => reason.Seconds)
            .Select(reason => reason.Say(Percent(reason.Seconds / all)));
    }

    private static IEnumerable<string> Shape(ReportPerformance measured)
    {
        if (measured.CriticalPathSeconds is { } path && path >= NearlyAll * measured.TotalSeconds)
            yield return $"Critical path: the longest chain of steps that need each other takes {Quantity.Duration(path)} of "
                + $"{Quantity.Duration(measured.TotalSeconds)}. More calls at once cannot help"
                + (measured.Tokens is { Input: > 0 } or { Output: > 0 } ? ", a faster model can." : ".");
        if (measured.Slots is { } slots && slots > measured.ConcurrencyPeak
            && measured is { ConcurrencyPeak: > 0, Waits: null or { RateLimit: 0 } })
            yield return $"Unused slots: {slots - measured.ConcurrencyPeak} of {slots}. This run has no more to do at once.";
        if (measured.Reused > 0)
            yield return $"Remembered: {Quantity.Count(measured.Reused, "step was", "steps were")} not run again.";
    }

    private static string Percent(double share) => share.ToString("P0", CultureInfo.InvariantCulture);
}
