using Yttl.Core.Reports;

namespace Yttl.Cli.Failures;

/// <summary>The exit codes of the process. They are a contract.</summary>
internal static class ExitCode
{
    public const int Complete = 0;
    public const int Failed = 1;

    /// <summary>The command line or the configuration is wrong; nothing is started.</summary>
    public const int Usage = 2;

    /// <summary>A report is written and names its gaps; of several videos, some have no report.</summary>
    public const int Partial = 3;

    public const int Cancelled = 130;

    public static int From(RunStatus status) =>
        status switch { RunStatus.Complete => Complete, RunStatus.Partial => Partial, _ => Failed };
}
