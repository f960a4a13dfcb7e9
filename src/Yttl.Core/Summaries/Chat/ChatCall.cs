using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using Azure.Identity;
using OpenAI.Chat;
using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.Core.Providers;
using Yttl.Core.Providers.Limits;

namespace Yttl.Core.Summaries.Chat;

/// <summary>One attempt at one address. Keeps what the server rejected: a form of the token limit, a key.</summary>
/// <param name="observe">Receives the address's remaining allowance.</param>
internal sealed class ChatCall(
    LanguageModelSettings settings, Uri baseUrl, HttpClient http, TimeProvider time, Action<Allowance>? observe = null)
{
    private readonly ChatClient _client = ChatConnection.Open(settings, baseUrl, http);
    private readonly ChatFailures _failures = new(settings);
    private volatile bool _saysMaxTokens = baseUrl.Host is not ("api.openai.com" or "api.groq.com")
        && settings.Provider != ProviderTable.Azure;
    private volatile YttlException? _keyRefused;

    public async Task<ChatAnswer> AttemptAsync(Prompt prompt, int maxTokens, CancellationToken cancellationToken)
    {
        if (_keyRefused is { } refused)
            throw new YttlException(refused.Failure.Category, refused.Failure.Code, refused.Failure.Message);
        var saysMaxTokens = _saysMaxTokens;
        var response = await SendAsync(prompt, maxTokens, saysMaxTokens, cancellationToken);
        if (response.Status == 400 && RejectsLimit(response, saysMaxTokens))
        {
            // Newer OpenAI models accept only max_completion_tokens, many other servers only max_tokens. The choice is
            // kept.
            _saysMaxTokens = !saysMaxTokens;
            response = await SendAsync(prompt, maxTokens, !saysMaxTokens, cancellationToken);
        }

        if (response.Status is >= 200 and < 300)
        {
            var answer = ChatAnswer.Read(response.Content.ToMemory().Span, settings.Model);
            CallTracker.Current?.Wrote(answer.Tokens);
            return answer;
        }

        var failure = _failures.Of(response.Status, ErrorOf(response), ProviderHeaders.RetryAfterOf(response, time.GetUtcNow()));
        if (response.Status == 401)
            _keyRefused = failure;
        throw failure;
    }

    private async Task<PipelineResponse> SendAsync(
        Prompt prompt, int maxTokens, bool saysMaxTokens, CancellationToken cancellationToken)
    {
        var request = new ChatRequest(settings.Model, [new("system", prompt.System), new("user", prompt.User)])
        {
            MaxTokens = saysMaxTokens ? maxTokens : null,
            MaxCompletionTokens = saysMaxTokens ? null : maxTokens,
        };
        var body = JsonSerializer.SerializeToUtf8Bytes(request, ChatJson.Default.ChatRequest);
        using var content = BinaryContent.Create(BinaryData.FromBytes(body));
        CallTracker.Current?.Sent(settings.Row.TelemetryName, "chat", settings.Model, body.Length);
        try
        {
            var result = await _client.CompleteChatAsync(content, new RequestOptions
            {
                CancellationToken = cancellationToken,
                ErrorOptions = ClientErrorBehaviors.NoThrow,
            });
            var response = result.GetRawResponse();
            if (ProviderHeaders.AllowanceOf(response) is { } allowance)
                observe?.Invoke(allowance);
            return response;
        }
        catch (AuthenticationFailedException exception)
        {
            throw _failures.NotSignedIn(exception);
        }
        catch (Exception exception) when (exception is ClientResultException or HttpRequestException or IOException)
        {
            throw _failures.Unreachable(exception);
        }
    }

    private bool RejectsLimit(PipelineResponse response, bool saysMaxTokens) =>
        ErrorOf(response).Message.Contains(
            saysMaxTokens ? "'max_tokens'" : "max_completion_tokens", StringComparison.Ordinal);

    private ProviderError ErrorOf(PipelineResponse response) =>
        ProviderError.Read(response.Content.ToMemory(), settings.ApiKey);
}
