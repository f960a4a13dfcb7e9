using Microsoft.AspNetCore.Http;

namespace Yttl.TestKit.Http;

/// <summary>
/// A resource of Azure OpenAI on 127.0.0.1 with one deployment of each kind. Its paths and errors are those of the
/// service: https://learn.microsoft.com/azure/ai-foundry/openai/reference
/// </summary>
public sealed class LoopbackDeployments : IAsyncDisposable
{
    public const string Chat = "my-gpt";
    public const string Whisper = "my-whisper";
    public const string ApiVersion = "2025-04-01-preview";

    /// <summary>Serves transcriptions only, as versions before a call's path do.</summary>
    public const string OldApiVersion = "2023-09-01-preview";

    private readonly Lock _lock = new();
    private readonly List<DeploymentCall> _calls = [];
    private LoopbackServer? _server;

    /// <summary>The resource's root, with the final slash.</summary>
    public Uri Url => _server!.Url;

    /// <summary>Method, path and query, in the order they came.</summary>
    public IReadOnlyList<string> Requests => _server!.Requests;

    /// <summary>In the order they came.</summary>
    public IReadOnlyList<DeploymentCall> Calls
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

    /// <summary>
    /// The n-th call that reaches a deployment gets the n-th answer; calls beyond the last get the last again.
    /// </summary>
    public static async Task<LoopbackDeployments> StartAsync(params ModelAnswer[] answers)
    {
        var resource = new LoopbackDeployments();
        var number = -1;
        resource._server = await LoopbackServer.StartAsync(async context =>
        {
            resource.Add(await DeploymentCall.ReadAsync(context.Request));
            var answer = Refusal(context.Request) ?? answers[Math.Min(Interlocked.Increment(ref number), answers.Length - 1)];
            await answer.Send(context);
        });
        return resource;
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private static ModelAnswer? Refusal(HttpRequest request)
    {
        string? version = request.Query["api-version"];
        var path = request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (path is not ["openai", "deployments", var name, .. var call]
            || !(version is ApiVersion && call is ["chat", "completions"]
                || version is ApiVersion or OldApiVersion && call is ["audio", "transcriptions"]))
            return ModelAnswer.Error(404, "404", "Resource not found");
        return name is Chat or Whisper ? null : ModelAnswer.Error(404, "DeploymentNotFound",
            "The API deployment for this resource does not exist. If you created the deployment within the last 5 minutes, "
            + "please wait a moment and try again.");
    }

    private void Add(DeploymentCall call)
    {
        lock (_lock)
            _calls.Add(call);
    }
}

/// <summary>What a <see cref="LoopbackDeployments"/> was asked.</summary>
public sealed record DeploymentCall(string? ApiKey, string? Authorization, string? UserAgent, string Body)
{
    internal static async Task<DeploymentCall> ReadAsync(HttpRequest request)
    {
        using var body = new StreamReader(request.Body);
        return new DeploymentCall(
            request.Headers["api-key"], request.Headers.Authorization, request.Headers.UserAgent, await body.ReadToEndAsync());
    }
}
