using Yttl.Core.Failures;
using Yttl.Core.Predictions;
using Yttl.Core.Reports;

namespace Yttl.Cli.Failures;

/// <summary>The exit codes of the process. They are a contract.</summary>
internal static class ExitCode
{
    public const int Complete = 0;
    public const int Failed = 1;

    /// <summary>
    /// The command line or the configuration is wrong, and nothing is started; or all would cost more than it allows.
    /// </summary>
    public const int Usage = 2;

    /// <summary>A report is written and names its gaps; of several videos, some have no report.</summary>
    public const int Partial = 3;

    public const int Cancelled = 130;

    /// <summary>A limit of the command line that alone kept every video from being run is no failure of the run.</summary>
    public static int From(RunStatus status, IReadOnlyCollection<Failure?> failures) =>
        status is RunStatus.Failed && failures.Count > 0
        && failures.All(failure => failure?.Code is CostLimit.Exceeded or CostLimit.Unknown)
            ? Usage
            : From(status);

    public static int From(RunStatus status) =>
        status switch { RunStatus.Complete => Complete, RunStatus.Partial => Partial, _ => Failed };
}
