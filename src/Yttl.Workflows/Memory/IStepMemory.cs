using Yttl.Core.Artifacts;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Memory;

/// <summary>
/// The finished work of all runs, by what it was made from. That is all there is to resuming: a run that starts again
/// asks for the same steps and finds what is done.
/// </summary>
public interface IStepMemory
{
    /// <returns>
    /// Null when nothing is remembered under this key, or it is damaged, or content that it points at is: the step is
    /// then to be run.
    /// </returns>
    Task<RememberedResult?> FindAsync(StepKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Remembers a result, in place of any before it. It survives the loss of power from the moment this returns. That
    /// it could not be stored is no exception: it will be made again.
    /// </summary>
    Task KeepAsync(StepKey key, RememberedResult result, CancellationToken cancellationToken);
}

/// <param name="Step">The step's name, for people.</param>
/// <param name="Json">The step's outcome.</param>
/// <param name="Content">All stored content that the outcome points at.</param>
public sealed record RememberedResult(
    string Step, string Json, IReadOnlyList<ArtifactRef> Content, DateTimeOffset Made);
