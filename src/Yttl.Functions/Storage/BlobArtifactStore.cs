using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;

namespace Yttl.Functions.Storage;

/// <summary>
/// Stores artifacts as blobs named by the SHA-256 of their content. The name is known only at the end of the content,
/// so content is written to the local disk first. A blob that exists is not sent again, but touched, so that it does not
/// expire under its new user.
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

    /// <summary>
    /// Reads the first byte of the content. The storage account deletes content by its last access, and a read is an
    /// access, while a question for a blob's properties is none.
    /// </summary>
    /// <returns>False where the content is gone.</returns>
    /// <exception cref="RequestFailedException">The storage account gave another answer, or none.</exception>
    public async Task<bool> TouchAsync(ArtifactRef reference, CancellationToken cancellationToken)
    {
        var blob = containers.Of(reference);
        try
        {
            using var first = await ReadAsync(new HttpRange(0, 1));
        }
        catch (RequestFailedException absent) when (absent.Status is 404)
        {
            return false;
        }
        catch (RequestFailedException empty) when (empty.Status is 416)
        {
            // An empty blob has no first byte. Read whole, it counts as accessed too.
            using var nothing = await ReadAsync(default);
        }

        return true;

        async Task<BlobDownloadStreamingResult> ReadAsync(HttpRange range) =>
            await blob.DownloadStreamingAsync(new BlobDownloadOptions { Range = range }, cancellationToken);
    }

    private async Task UploadAsync(ArtifactRef reference, Stream content, CancellationToken cancellationToken)
    {
        try
        {
            if (await CreateAsync(reference, content, cancellationToken) || await TouchAsync(reference, cancellationToken))
                return;
            // It has expired between the two calls. The same name is the same content, so overwriting is harmless.
            content.Position = 0;
            await containers.Of(reference).UploadAsync(content, overwrite: true, cancellationToken);
        }
        catch (RequestFailedException problem)
        {
            throw BlobFailures.From(problem, IArtifactStore.WriteFailed);
        }
    }

    /// <returns>False where the blob exists already.</returns>
    private async Task<bool> CreateAsync(ArtifactRef reference, Stream content, CancellationToken cancellationToken)
    {
        var onlyNew = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
        try
        {
            await containers.Of(reference).UploadAsync(content, onlyNew, cancellationToken);
            return true;
        }
        catch (RequestFailedException there) when (there.Status is 409 or 412)
        {
            return false;
        }
    }
}
