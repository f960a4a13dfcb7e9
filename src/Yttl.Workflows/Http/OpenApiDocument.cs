namespace Yttl.Workflows.Http;

/// <summary>
/// The description of the HTTP contract, <c>GET /openapi.json</c> (OpenAPI 3.1), the same on every host. It is written by
/// hand; specs hold the answers of the hosts to it.
/// </summary>
public static class OpenApiDocument
{
    public static ApiAnswer Answer { get; } = new(200, "application/json; charset=utf-8", EmbeddedText.Read("openapi.json"));
}
