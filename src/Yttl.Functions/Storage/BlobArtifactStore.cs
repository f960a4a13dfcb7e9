using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;

namespace Yttl.Functions.Storage;

/// <summary>
/// Stores artifacts as blobs named by the SHA-256 of their content. The name is known only at the end of the content,
/// so content is written to the local disk first. A blob that exists is not sent again.
/// </summary>
internal sealed class BlobArtifactStore(BlobContainers containers) : IArtifactStore
{
    public async Task<ArtifactRef> WriteAsync(
        Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        await using var spool = Spool.Open();
        using var sha = SHA256.Create();
        await using (var hashed = new CryptoStream(spool, sha, CryptoStreamMode.Write, leaveOpen: true))
            await write(hashed, cancellationToken);
        var reference = ArtifactRef.OfHash(sha.Hash);
        spool.Position = 0;
        await UploadAsync(reference, spool, cancellationToken);
        return reference;
    }

    public async Task<Stream> OpenReadAsync(ArtifactRef reference, CancellationToken cancellationToken)
    {
        try
        {
            return await containers.Of(reference).OpenReadAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException absent) when (absent.Status is 404)
        {
            throw new YttlException(
                FailureCategory.Processing,
                "artifact.missing",
                $"The stored content {reference} is gone. Ask for the same source again to make it anew.",
                inner: absent);
        }
        catch (RequestFailedException problem)
        {
            throw BlobFailures.From(problem, "artifact.read");
        }
    }

    public async Task<bool> ExistsAsync(ArtifactRef reference, CancellationToken cancellationToken) =>
        await containers.Of(reference).ExistsAsync(cancellationToken);

    private async Task UploadAsync(ArtifactRef reference, Stream content, CancellationToken cancellationToken)
    {
        var onlyNew = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
        try
        {
            await containers.Of(reference).UploadAsync(content, onlyNew, cancellationToken);
        }
        catch (RequestFailedException there) when (there.Status is 409 or 412)
        {
            // The blob exists already: the same name is the same content.
        }
        catch (RequestFailedException problem)
        {
            throw BlobFailures.From(problem, IArtifactStore.WriteFailed);
        }
    }
}
