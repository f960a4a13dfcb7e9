using Yttl.Core.Failures;

namespace Yttl.Workflows.Seam;

/// <summary>
/// A step failed in all the attempts that its engine allows. Only the <see cref="Core.Failures.Failure"/> crosses from
/// the step: engines carry text, not exceptions.
/// </summary>
public sealed class StepFailedException(string step, Failure failure, Exception? inner = null)
    : Exception(failure.Message, inner)
{
    public string Step { get; } = step;

    public Failure Failure { get; } = failure;
}
