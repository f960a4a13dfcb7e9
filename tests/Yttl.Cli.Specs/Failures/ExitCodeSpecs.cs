using Yttl.Cli.Failures;
using Yttl.Core.Reports;

namespace Yttl.Cli.Specs.Failures;

public sealed class ExitCodeSpecs
{
    [Theory]
    [InlineData(0)]
    [InlineData(0, RunStatus.Complete, RunStatus.Complete)]
    [InlineData(3, RunStatus.Complete, RunStatus.Partial)]
    [InlineData(3, RunStatus.Partial, RunStatus.Failed, RunStatus.Complete)]
    [InlineData(3, RunStatus.Complete, RunStatus.Failed)]
    [InlineData(1, RunStatus.Failed, RunStatus.Failed)]
    public void Several_results_are_complete_together_failed_together_or_partial(int exitCode, params RunStatus[] statuses) =>
        ExitCode.From(statuses.Together()).ShouldBe(exitCode);
}
