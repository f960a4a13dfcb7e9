using System.Security.Cryptography;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;

namespace Yttl.LocalEngine.Storage;

/// <summary>
/// Stores artifacts as files: <c>HOME/artifacts/ab/abcd…</c>, named by the SHA-256 of their content. Several processes
/// may share one home.
/// </summary>
/// <param name="home">Home folder of runs and stored content; created where it is missing.</param>
public sealed class FileArtifactStore(string home) : IArtifactStore
{
    private readonly string _folder = Path.Combine(home, "artifacts");

    /// <inheritdoc/>
    /// <exception cref="YttlException">
    /// <c>artifact.write</c>: the disk is full or the folder is not writable.
    /// </exception>
    public async Task<ArtifactRef> WriteAsync(
        Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        using var sha = SHA256.Create();
        try
        {
            await StagedFile.WriteAsync(
                _folder,
                (file, token) => WriteHashedAsync(file, sha, write, token),
                () => PathOf(HashOf(sha)),
                cancellationToken);
            return HashOf(sha);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw HomeFailure.From(IArtifactStore.WriteFailed, $"'{_folder}' could not be written", problem);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="YttlException">While it is read, <c>artifact.damaged</c>: the content is not what was stored.</exception>
    public Task<Stream> OpenReadAsync(ArtifactRef reference, CancellationToken cancellationToken)
    {
        try
        {
            var options = new FileStreamOptions
            {
                Share = FileShare.Read | FileShare.Delete,
                Options = FileOptions.Asynchronous,
            };
            return Task.FromResult<Stream>(new VerifiedStream(new FileStream(PathOf(reference), options), reference));
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new YttlException(
                FailureCategory.Processing,
                "artifact.missing",
                $"the stored content {reference} is not in '{_folder}': run the same command again to create it again",
                inner: problem);
        }
    }

    /// <summary>Returns whether the content exists and matches its hash; if so, marks it as used now.</summary>
    internal async Task<bool> IsSoundAsync(ArtifactRef reference, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await OpenReadAsync(reference, cancellationToken);
            await content.CopyToAsync(Stream.Null, cancellationToken);
            File.SetLastWriteTimeUtc(PathOf(reference), DateTime.UtcNow);
            return true;
        }
        catch (Exception problem) when (problem is YttlException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    internal string PathOf(ArtifactRef reference) =>
        Path.Combine(_folder, reference.ToString()[..2], reference.ToString());

    private static ArtifactRef HashOf(SHA256 sha) => ArtifactRef.OfHash(sha.Hash);

    private static async Task WriteHashedAsync(
        Stream file, SHA256 sha, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        await using var hashed = new CryptoStream(file, sha, CryptoStreamMode.Write, leaveOpen: true);
        await write(hashed, cancellationToken);
        if (!hashed.HasFlushedFinalBlock) // true where the writer closed the stream
            await hashed.FlushFinalBlockAsync(cancellationToken);
    }
}
