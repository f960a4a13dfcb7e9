
namespace Yttl.Core.Artifacts;

/// <summary>
/// Stores content that is too large for a workflow's messages: transcripts, segment texts, summaries, reports. Files
/// locally, blobs in Azure.
/// </summary>
public interface IArtifactStore
{
    /// <summary>Failure code of a store that is full or not writable.</summary>
    const string WriteFailed = "artifact.write";

    /// <summary>
    /// Stores what <paramref name="write"/> writes, atomically: on failure, nothing becomes readable. Storing the same
    /// content twice has no further effect.
    /// </summary>
    /// <exception cref="Failures.YttlException"><see cref="WriteFailed"/>.</exception>
    Task<ArtifactRef> WriteAsync(Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken);

    /// <exception cref="Failures.YttlException">
    /// <c>artifact.missing</c>: no content is stored under that reference.
    /// </exception>
    Task<Stream> OpenReadAsync(ArtifactRef reference, CancellationToken cancellationToken);
}
