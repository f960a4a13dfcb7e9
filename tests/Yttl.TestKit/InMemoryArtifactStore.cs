using System.Collections.Concurrent;
using System.Security.Cryptography;
using Yttl.Core.Artifacts;

namespace Yttl.TestKit;

public sealed class InMemoryArtifactStore : IArtifactStore
{
    private readonly ConcurrentDictionary<ArtifactRef, byte[]> _contents = new();

    public async Task<ArtifactRef> WriteAsync(
        Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await write(buffer, cancellationToken);
        var content = buffer.ToArray();
        var reference = ArtifactRef.OfHash(SHA256.HashData(content));
        _contents[reference] = content;
        return reference;
    }

    public Task<Stream> OpenReadAsync(ArtifactRef reference, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(new MemoryStream(_contents[reference], writable: false));
}
