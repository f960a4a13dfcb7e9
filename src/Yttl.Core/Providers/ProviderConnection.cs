using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.Identity;
using OpenAI;
using Yttl.Core.Http;

namespace Yttl.Core.Providers;

/// <summary>
/// Connects to OpenAI-compatible services with the official client. Its own retries and time-outs are off, because
/// <see cref="CallRetry"/> has them.
/// </summary>
internal static class ProviderConnection
{
    public static OpenAIClient Open(ProviderSettings settings, Uri baseUrl, HttpClient http) =>
#pragma warning disable OPENAI001 // The one way to sign in with a token, or with nothing; the README recommends it.
        new(SignIn(settings), new OpenAIClientOptions
        {
            Endpoint = baseUrl,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        });
#pragma warning restore OPENAI001

    /// <summary>By key; without one by Entra ID where the provider has it, else not at all.</summary>
    private static AuthenticationPolicy SignIn(ProviderSettings settings) =>
        settings.ApiKey is { } key ? ApiKeyAuthenticationPolicy.CreateBearerAuthorizationPolicy(new ApiKeyCredential(key))
        : settings.Row.EntraScope is { } scope ? new BearerTokenPolicy(new DefaultAzureCredential(), scope)
        : new NoAuthentication();

    /// <summary>
    /// Creates a client that follows no redirect: a model's API does not move, and its key is for the user's address.
    /// </summary>
    /// <param name="toThisMachine">Whether the server is on this machine: the client then uses no proxy.</param>
    public static HttpClient CreateHttpClient(bool toThisMachine = false) => HttpClients.Create(configure: handler =>
    {
        handler.UseProxy = !toThisMachine;
        handler.ConnectTimeout = HttpClients.ConnectTimeout;
    });

    /// <summary>A local server needs no key.</summary>
    private sealed class NoAuthentication : AuthenticationPolicy
    {
        public override void Process(
            PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) =>
            ProcessNext(message, pipeline, currentIndex);

        public override ValueTask ProcessAsync(
            PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) =>
            ProcessNextAsync(message, pipeline, currentIndex);
    }
}
