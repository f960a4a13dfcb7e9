using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Yttl.Core.Artifacts;

/// <summary>Writes records to the artifact store and reads them, as UTF-8 JSON.</summary>
public static class JsonArtifacts
{
    public static Task<ArtifactRef> WriteJsonAsync<T>(
        this IArtifactStore store, T value, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        store.WriteAsync((stream, token) => JsonSerializer.SerializeAsync(stream, value, type, token), cancellationToken);

    public static async Task<T> ReadJsonAsync<T>(
        this IArtifactStore store, ArtifactRef reference, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        await using var stream = await store.OpenReadAsync(reference, cancellationToken);
        // What is in memory needs no reading in parts.
        return (stream is MemoryStream memory && memory.TryGetBuffer(out var content)
            ? JsonSerializer.Deserialize(content.AsSpan(), type)
            : await JsonSerializer.DeserializeAsync(stream, type, cancellationToken))
            ?? throw new JsonException($"The artifact {reference} holds null.");
    }
}
