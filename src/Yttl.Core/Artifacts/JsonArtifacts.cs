using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Yttl.Core.Artifacts;

/// <summary>Writes records to the artifact store and reads them, as UTF-8 JSON.</summary>
public static class JsonArtifacts
{
    extension(IArtifactStore store)
    {
        public Task<ArtifactRef> WriteJsonAsync<T>(T value, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
            store.WriteAsync((stream, token) => JsonSerializer.SerializeAsync(stream, value, type, token), cancellationToken);

        public async Task<T> ReadJsonAsync<T>(ArtifactRef reference, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        {
            await using var stream = await store.OpenReadAsync(reference, cancellationToken);
            return await JsonSerializer.DeserializeAsync(stream, type, cancellationToken)
                ?? throw new JsonException($"The artifact {reference} holds null.");
        }
    }
}
