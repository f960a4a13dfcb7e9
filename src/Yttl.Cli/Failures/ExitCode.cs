using Yttl.Core.Reports;

namespace Yttl.Cli.Failures;

/// <summary>What the shell is told; a contract.</summary>
internal static class ExitCode
{
    public const int Complete = 0;
    public const int Failed = 1;

    /// <summary>The command line or the configuration is wrong; nothing was started.</summary>
    public const int Usage = 2;

    /// <summary>A report was written and names its gaps.</summary>
    public const int Partial = 3;

    public const int Cancelled = 130;

    /// <summary>The worst of several: one that failed outweighs any that are partial.</summary>
    public static int From(IEnumerable<RunStatus> statuses)
    {
        var worst = statuses.DefaultIfEmpty(RunStatus.Complete).Max();
        return worst switch { RunStatus.Complete => Complete, RunStatus.Partial => Partial, _ => Failed };
    }
}
