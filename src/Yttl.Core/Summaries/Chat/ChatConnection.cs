using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.Identity;
using OpenAI;
using OpenAI.Chat;

namespace Yttl.Core.Summaries.Chat;

/// <summary>
/// The official client, with its own retries and time-outs off: those are <see cref="Calls.CallRetry"/>'s.
/// </summary>
internal static class ChatConnection
{
    // As the client's own README has it for the v1 endpoint:
    // https://github.com/openai/openai-dotnet#how-to-work-with-azure-openai
    private const string AzureScope = "https://ai.azure.com/.default";

    public static ChatClient Open(LanguageModelSettings settings, HttpClient http)
    {
        var options = new OpenAIClientOptions
        {
            Endpoint = settings.BaseUrl,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        };
        if (settings.ApiKey is { } key)
            return new ChatClient(settings.Model, new ApiKeyCredential(key), options);
#pragma warning disable OPENAI001 // The one way to sign in with a token, or with nothing; the README recommends it.
        return settings.Provider == LanguageModelProviders.Azure
            ? new ChatClient(settings.Model, new BearerTokenPolicy(new DefaultAzureCredential(), AzureScope), options)
            : new ChatClient(settings.Model, new NoAuthentication(), options);
#pragma warning restore OPENAI001
    }

    /// <summary>Connections are kept, but not for ever: an address may move.</summary>
    public static HttpClient CreateHttpClient() => new(new SocketsHttpHandler
    {
        ConnectTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AutomaticDecompression = System.Net.DecompressionMethods.All,
        // A model's API does not move, and its key is for the address that the user named.
        AllowAutoRedirect = false,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

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
