using System.Security.Cryptography;
using Yttl.Core.Artifacts;

namespace Yttl.Core.Predictions;

/// <summary>Keeps what is written in memory, for as long as this is used. Everything else is read from a store.</summary>
internal sealed class ScratchArtifacts(IArtifactStore store) : IArtifactStore
{
    private readonly Dictionary<ArtifactRef, byte[]> _written = [];

    public async Task<ArtifactRef> WriteAsync(Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await write(content, cancellationToken);
        var bytes = content.ToArray();
        var reference = ArtifactRef.OfHash(SHA256.HashData(bytes));
        _written[reference] = bytes;
        return reference;
    }

    public Task<Stream> OpenReadAsync(ArtifactRef reference, CancellationToken cancellationToken) =>
        _written.TryGetValue(reference, out var bytes)
            ? Task.FromResult<Stream>(new MemoryStream(bytes, writable: false))
            : store.OpenReadAsync(reference, cancellationToken);
}
