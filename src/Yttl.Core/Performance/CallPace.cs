using Yttl.Core.Measuring;

namespace Yttl.Core.Performance;

/// <summary>How fast a language model answered when it was last measured.</summary>
/// <param name="PerCall">The average of its answers, without waits for a turn.</param>
/// <param name="AtOnce">How many calls it takes at once, at least 1.</param>
public sealed record CallPace(TimeSpan PerCall, int AtOnce)
{
    /// <summary>The average time of the attempts that a language model answered, for each that was called.</summary>
    public static IEnumerable<(string Provider, string Model, TimeSpan PerCall)> Measure(IEnumerable<StepRecord> steps) =>
        from call in steps.SelectMany(step => step.Calls)
        where call.Model is not null && call.Audio == TimeSpan.Zero
        from attempt in call.Attempts
        where attempt.Failure is null
        group attempt.Duration by (call.Provider, Model: call.Model!) into answers
        select (answers.Key.Provider, answers.Key.Model, TimeSpan.FromSeconds(answers.Average(time => time.TotalSeconds)));
}
