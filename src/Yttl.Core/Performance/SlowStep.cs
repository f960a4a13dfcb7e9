using Yttl.Core.Measuring;
using Yttl.Core.Text;

namespace Yttl.Core.Performance;

/// <summary>Describes a step that took unusually long. A pure function.</summary>
public static class SlowStep
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan WorthSaying = TimeSpan.FromSeconds(0.1);

    /// <returns>
    /// How long it took and what it waited for; null where it took less than ten seconds and waited less than three.
    /// </returns>
    public static string? Describe(StepRecord step)
    {
        var times = StepTimes.From([step], step.Start)[0];
        if (step.Duration < Long && times.Waited < LongWait)
            return null;
        string?[] parts =
        [
            Part(times.RateLimit, "for a rate limit"),
            Part(times.Queue, "for its turn"),
            Part(times.BackOff, "after failures"),
            Part(times.Busy, "at work"),
        ];
        var retries = PerformanceMeasure.RetriesOf([step]);
        var providers = string.Join(", ", step.Calls.Select(call => call.Provider).Distinct());
        return $"{step.Name} took {Quantity.Duration(step.Duration.TotalSeconds)}: {string.Join(", ", parts.OfType<string>())}"
            + (retries > 0 ? $"; {Quantity.Count(retries, "retry", "retries")}" : "")
            + (providers.Length > 0 ? $" ({providers})" : "");
    }

    private static string? Part(TimeSpan time, string why) =>
        time >= WorthSaying ? $"{Quantity.Duration(time.TotalSeconds)} {why}" : null;
}
