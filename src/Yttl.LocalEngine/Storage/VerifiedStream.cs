using System.Security.Cryptography;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;

namespace Yttl.LocalEngine.Storage;

/// <summary>
/// Reads stored content once, forwards, and fails at its end where it is not what was stored; owns the stream. Nothing
/// may be built on the content before its end has been read.
/// </summary>
internal sealed class VerifiedStream(Stream inner, ArtifactRef reference) : ForwardStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <exception cref="YttlException"><c>artifact.damaged</c></exception>
    public override int Read(Span<byte> buffer) => Verify(buffer, inner.Read(buffer));

    /// <summary>Reads before it returns: handing a read of this disk to another thread takes longer.</summary>
    /// <exception cref="YttlException"><c>artifact.damaged</c></exception>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }

    public static YttlException Damaged(ArtifactRef reference) => new(
        FailureCategory.Processing,
        "artifact.damaged",
        $"The stored content {reference} is damaged. Run the same command again to create it again.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Verify(ReadOnlySpan<byte> buffer, int read)
    {
        _hash.AppendData(buffer[..read]);
        if (read == 0 && buffer.Length > 0 && ArtifactRef.OfHash(_hash.GetCurrentHash()) != reference)
            throw Damaged(reference);
        return read;
    }
}
