using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.Identity;
using OpenAI;
using Yttl.Core.Http;

namespace Yttl.Core.Providers;

/// <summary>
/// How every OpenAI-compatible service is reached: by the official client, with its own retries and time-outs off,
/// which are <see cref="CallRetry"/>'s.
/// </summary>
internal static class ProviderConnection
{
    public static OpenAIClientOptions Options(Uri baseUrl, HttpClient http) => new()
    {
        Endpoint = baseUrl,
        Transport = new HttpClientPipelineTransport(http),
        RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        NetworkTimeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>By key; without one by Entra ID where the provider has it, else not at all.</summary>
    public static AuthenticationPolicy SignIn(ProviderSettings settings) =>
        settings.ApiKey is { } key ? ApiKeyAuthenticationPolicy.CreateBearerAuthorizationPolicy(new ApiKeyCredential(key))
        : settings.Row.EntraScope is { } scope ? new BearerTokenPolicy(new DefaultAzureCredential(), scope)
        : new NoAuthentication();

    /// <summary>No redirect is followed: a model's API does not move, and its key is for the address that the user named.</summary>
    /// <param name="toThisMachine">Never through a proxy.</param>
    public static HttpClient CreateHttpClient(bool toThisMachine = false) => HttpClients.Create(configure: handler =>
    {
        handler.UseProxy = !toThisMachine;
        handler.ConnectTimeout = HttpClients.ConnectTimeout;
    });

    /// <summary>A server of one's own wants no key.</summary>
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
