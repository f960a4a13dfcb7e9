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
    /// <summary>In bytes. Most content is smaller; it is read and compared at once.</summary>
    private const int LargestWhole = 1 << 20;

    private readonly string _folder = Path.Combine(home, "artifacts");

    /// <inheritdoc/>
    /// <exception cref="YttlException">
    /// <c>artifact.write</c>: the disk is full or the folder is not writable.
    /// </exception>
    public async Task<ArtifactRef> WriteAsync(
        Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        ArtifactRef reference = default;
        try
        {
            await StagedFile.WriteAsync(
                _folder,
                (file, token) => write(new HashedStream(file, hash), token),
                () => PathOf(reference = ArtifactRef.OfHash(hash.GetCurrentHash())),
                cancellationToken);
            return reference;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw HomeFailure.From(IArtifactStore.WriteFailed, $"'{_folder}' could not be written", problem);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="YttlException">
    /// <c>artifact.damaged</c>, here or while it is read: the content is not what was stored.
    /// </exception>
    public Task<Stream> OpenReadAsync(ArtifactRef reference, CancellationToken cancellationToken) =>
        Task.FromResult(OpenRead(reference));

    private Stream OpenRead(ArtifactRef reference)
    {
        try
        {
            var file = new FileStream(
                PathOf(reference), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
            return file.Length > LargestWhole ? new VerifiedStream(file, reference) : ReadWhole(file, reference);
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

    private static MemoryStream ReadWhole(FileStream file, ArtifactRef reference)
    {
        using (file)
        {
            var content = new byte[file.Length];
            file.ReadExactly(content);
            if (ArtifactRef.OfHash(SHA256.HashData(content)) != reference)
                throw VerifiedStream.Damaged(reference);
            return new MemoryStream(content, 0, content.Length, writable: false, publiclyVisible: true);
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
}
