using Yttl.Cli.Failures;
using Yttl.Core.Reports;

namespace Yttl.Cli.Specs.Failures;

public sealed class ExitCodeSpecs
{
    [Theory]
    [InlineData(0)]
    [InlineData(0, RunStatus.Complete)]
    [InlineData(3, RunStatus.Complete, RunStatus.Partial)]
    [InlineData(1, RunStatus.Partial, RunStatus.Failed, RunStatus.Complete)]
    public void Of_several_results_the_worst_decides(int exitCode, params RunStatus[] statuses) =>
        ExitCode.From(statuses).ShouldBe(exitCode);
}
