namespace Yttl.Core.Artifacts;

/// <summary>
/// Content that is too large to travel through a workflow: transcripts, segment texts, summaries, reports. Files locally,
/// blobs in Azure.
/// </summary>
public interface IArtifactStore
{
    /// <summary>The code of the failure of a store that cannot be written: full, or not ours.</summary>
    const string WriteFailed = "artifact.write";

    /// <summary>
    /// Stores what <paramref name="write"/> writes. Either the whole content becomes readable under the returned
    /// reference or nothing does; storing the same content twice is harmless.
    /// </summary>
    /// <exception cref="Failures.YttlException"><see cref="WriteFailed"/>.</exception>
    Task<ArtifactRef> WriteAsync(Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken);

    /// <exception cref="Failures.YttlException"><c>artifact.missing</c>: nothing is stored under that reference.</exception>
    Task<Stream> OpenReadAsync(ArtifactRef reference, CancellationToken cancellationToken);
}
