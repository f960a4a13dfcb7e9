using Yttl.Core.Artifacts;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Memory;

/// <summary>
/// The finished work of all runs, by the inputs that it was made from. Resuming needs nothing else: a run that starts
/// again calls the same steps and finds what is done.
/// </summary>
public interface IStepMemory
{
    /// <returns>
    /// Null where nothing is remembered under this key, or where the result or content that it refers to is damaged.
    /// The step must then run.
    /// </returns>
    Task<RememberedResult?> FindAsync(StepKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Remembers a result in place of an earlier one. Once this returns, the result survives a power loss. A failure to
    /// store it throws no exception: the step runs again later.
    /// </summary>
    Task KeepAsync(StepKey key, RememberedResult result, CancellationToken cancellationToken);
}

/// <param name="Step">The name of the step, for people.</param>
/// <param name="Json">The outcome of the step.</param>
/// <param name="Content">All stored content that the outcome refers to.</param>
public sealed record RememberedResult(
    string Step, string Json, IReadOnlyList<ArtifactRef> Content, DateTimeOffset Made);
