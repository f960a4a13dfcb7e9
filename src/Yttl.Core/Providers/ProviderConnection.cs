using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI;
using Azure.Core;
using Azure.Identity;
using OpenAI;
using Yttl.Core.Http;

namespace Yttl.Core.Providers;

/// <summary>
/// Connects to OpenAI-compatible services with the official clients. Their own retries and time-outs are off, because
/// <see cref="CallRetry"/> has them.
/// </summary>
internal static class ProviderConnection
{
    /// <param name="identity">Signs in with Entra ID where there is no key; null for the machine's or the user's own.</param>
    public static OpenAIClient Open(
        ProviderSettings settings, Uri baseUrl, HttpClient http, TokenCredential? identity = null) =>
        settings is { ApiVersion: { } version, Row.Deployments: { } api }
            ? new DeploymentClient(
                baseUrl,
                version,
                SignIn(settings.ApiKey, "api-key", null, api.EntraScope, identity),
                Quiet(new AzureOpenAIClientOptions(), http))
#pragma warning disable OPENAI001 // The one way to sign in with a token, or with nothing; the README recommends it.
            : new OpenAIClient(
                SignIn(settings.ApiKey, "Authorization", "Bearer", settings.Row.EntraScope, identity),
                Quiet(new OpenAIClientOptions { Endpoint = baseUrl }, http));
#pragma warning restore OPENAI001

    /// <summary>
    /// Creates a client that follows no redirect: a model's API does not move, and its key is for the user's address.
    /// </summary>
    /// <param name="bounds">Of every answer.</param>
    /// <param name="toThisMachine">Whether the server is on this machine: the client then uses no proxy.</param>
    public static HttpClient CreateHttpClient(ResponseBounds bounds, TimeProvider time, bool toThisMachine = false) =>
        HttpClients.Create(
            configure: handler =>
            {
                handler.UseProxy = !toThisMachine;
                handler.ConnectTimeout = HttpClients.ConnectTimeout;
            },
            bounds: bounds,
            time: time);

    private static TOptions Quiet<TOptions>(TOptions options, HttpClient http) where TOptions : ClientPipelineOptions
    {
        options.Transport = new HttpClientPipelineTransport(http);
        options.RetryPolicy = new ClientRetryPolicy(maxRetries: 0);
        options.NetworkTimeout = Timeout.InfiniteTimeSpan;
        return options;
    }

    /// <summary>By key; without one by Entra ID where the provider has it, else not at all.</summary>
    private static AuthenticationPolicy SignIn(
        string? key, string header, string? prefix, string? scope, TokenCredential? identity) =>
        key is not null ? ApiKeyAuthenticationPolicy.CreateHeaderApiKeyPolicy(new ApiKeyCredential(key), header, prefix)
        : scope is not null ? new BearerTokenPolicy(identity ?? new DefaultAzureCredential(), scope)
        : new NoAuthentication();

    /// <summary>
    /// Azure's client with a pipeline made here. In the package's own the sign-in cannot be canceled, and one call that
    /// drops a refused token makes another that reads it fail.
    /// </summary>
    private sealed class DeploymentClient(
        Uri resource, string version, AuthenticationPolicy signIn, AzureOpenAIClientOptions options)
        : AzureOpenAIClient(
            ClientPipeline.Create(
                options,
                perCallPolicies: [new UserAgentPolicy(typeof(AzureOpenAIClient).Assembly), new ApiVersionPolicy(version)],
                perTryPolicies: [signIn],
                beforeTransportPolicies: []),
            resource,
            options);

    /// <summary>Sends the api-version of the settings: the package knows only those of its release.</summary>
    private sealed class ApiVersionPolicy(string version) : PipelinePolicy
    {
        public override void Process(
            PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
        {
            Change(message.Request);
            ProcessNext(message, pipeline, currentIndex);
        }

        public override ValueTask ProcessAsync(
            PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
        {
            Change(message.Request);
            return ProcessNextAsync(message, pipeline, currentIndex);
        }

        private void Change(PipelineRequest request) =>
            request.Uri = new UriBuilder(request.Uri!) { Query = $"api-version={Uri.EscapeDataString(version)}" }.Uri;
    }

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
