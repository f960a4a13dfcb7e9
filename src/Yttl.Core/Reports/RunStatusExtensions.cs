namespace Yttl.Core.Reports;

public static class RunStatusExtensions
{
    /// <summary>The name for people; every JSON has the same.</summary>
    public static string Name(this RunStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>Whether a run that ended so has a report worth keeping.</summary>
    public static bool HasReport(this RunStatus status) => status is RunStatus.Complete or RunStatus.Partial;

    /// <summary>
    /// The state of several runs that ended, as one: complete where all are complete (or there are none), failed where
    /// none has a report, else partial.
    /// </summary>
    public static RunStatus Together(this IEnumerable<RunStatus> statuses)
    {
        var all = statuses.ToList();
        return all.TrueForAll(status => status is RunStatus.Complete) ? RunStatus.Complete
            : all.Exists(HasReport) ? RunStatus.Partial
            : RunStatus.Failed;
    }
}
