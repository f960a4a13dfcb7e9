using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using Azure.Identity;
using OpenAI.Chat;
using Yttl.Core.Failures;
using Yttl.Core.Providers;
using Yttl.Core.Providers.Limits;
using Yttl.Core.Summaries.Chat;

namespace Yttl.Core.Summaries;

/// <summary>
/// A model behind the OpenAI chat protocol, through the official client. One instance per provider and process: its
/// calls share one limit (<see cref="LanguageModelSettings.MaxConcurrent"/>; videos take turns), and it owns all their
/// short retries. A call that waits for its next attempt holds no place.
/// </summary>
/// <remarks>
/// An answer that reaches its limit of tokens is asked for once more with four times the limit (reasoning models
/// count their thoughts); should that be cut short too, the text ends with its last whole sentence. After one 401 every
/// later call fails with the same failure and is not sent: the key does not change while the process runs. A 403 may be
/// about one model or one text, and is not remembered.
/// </remarks>
public sealed class OpenAiLanguageModel : ILanguageModel, IDisposable
{
    private const int LimitGrowth = 4;

    private readonly LanguageModelSettings _settings;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;
    private readonly ChatClient _client;
    private readonly AdaptiveLimiter _limiter;
    private readonly IWindowMemory? _memory;
    private readonly CallRetry _retry;
    private readonly ChatFailures _failures;
    private volatile bool _saysMaxTokens;
    private volatile YttlException? _keyRefused;

    /// <param name="memory">Where the limit that is found is kept; null for nowhere.</param>
    public OpenAiLanguageModel(LanguageModelSettings settings, TimeProvider time, IWindowMemory? memory = null)
        : this(settings, time, ProviderConnection.CreateHttpClient(), Random.Shared.NextDouble, memory)
    {
    }

    /// <param name="http">Its time-out must be infinite; disposed with this.</param>
    /// <param name="random">The jitter of waits: from 0 up to, not including, 1.</param>
    internal OpenAiLanguageModel(
        LanguageModelSettings settings,
        TimeProvider time,
        HttpClient http,
        Func<double> random,
        IWindowMemory? memory = null)
    {
        _settings = settings;
        _time = time;
        _http = http;
        _client = ChatConnection.Open(settings, http);
        _memory = settings.FindsLimit ? memory : null;
        _limiter = settings.FindsLimit
            ? AdaptiveLimiter.Finding(
                _memory?.Recall(NameInMemory) ?? AdaptiveWindow.Opening, settings.MaxConcurrent, time)
            : AdaptiveLimiter.Exactly(settings.MaxConcurrent, time);
        _retry = new CallRetry(settings.Retry, time, random, settings.Provider);
        _failures = new ChatFailures(settings);
        _saysMaxTokens = settings.BaseUrl.Host is not ("api.openai.com" or "api.groq.com")
            && settings.Provider != LanguageModelProviders.Azure;
    }

    public async Task<Completion> CompleteAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        var turn = _limiter.NextTurn(prompt.Video);
        var answer = await AskAsync(prompt, turn, prompt.MaxOutputTokens, cancellationToken);
        if (!answer.CutShort)
            return new Completion(answer.Text, answer.Tokens);
        var first = SummaryText.WholeSentences(answer.Text);
        ChatAnswer longer;
        try
        {
            longer = await AskAsync(prompt, turn, prompt.MaxOutputTokens * LimitGrowth, cancellationToken);
        }
        catch (YttlException) when (first.Length > 0)
        {
            // A model that takes no larger limit rejects the call; what it wrote before is still good.
            return new Completion(first, answer.Tokens);
        }

        var text = longer.CutShort ? SummaryText.WholeSentences(longer.Text) : longer.Text;
        return text.Length > 0
            ? new Completion(text, answer.Tokens + longer.Tokens)
            : throw _failures.NothingBeforeTheLimit(prompt.MaxOutputTokens * LimitGrowth);
    }

    public void Dispose()
    {
        _memory?.Keep(NameInMemory, _limiter.LastGood);
        _limiter.Dispose();
        _http.Dispose();
    }

    private string NameInMemory => $"{_settings.Provider} {_settings.BaseUrl.Authority} {_settings.Model}";

    private Task<ChatAnswer> AskAsync(
        Prompt prompt, CallTurn turn, int maxTokens, CancellationToken cancellationToken) =>
        _retry.RunAsync(
            token => AttemptAsync(prompt, maxTokens, token),
            _failures.TimedOut,
            (attempt, token) => _limiter.RunAsync(turn, attempt, token),
            cancellationToken);

    private async Task<ChatAnswer> AttemptAsync(Prompt prompt, int maxTokens, CancellationToken cancellationToken)
    {
        if (_keyRefused is { } refused)
            throw new YttlException(refused.Failure.Category, refused.Failure.Code, refused.Failure.Message);
        var saysMaxTokens = _saysMaxTokens;
        var response = await SendAsync(prompt, maxTokens, saysMaxTokens, cancellationToken);
        if (response.Status == 400 && RejectsLimit(response, saysMaxTokens))
        {
            // Newer OpenAI models take only max_completion_tokens, many other servers only max_tokens: learnt once.
            _saysMaxTokens = !saysMaxTokens;
            response = await SendAsync(prompt, maxTokens, !saysMaxTokens, cancellationToken);
        }

        if (response.Status is >= 200 and < 300)
            return ChatAnswer.Read(response.Content.ToMemory().Span, _settings.Model);
        var failure = _failures.Of(response.Status, ErrorOf(response), RetryAfterOf(response));
        if (response.Status == 401)
            _keyRefused = failure;
        throw failure;
    }

    private async Task<PipelineResponse> SendAsync(
        Prompt prompt, int maxTokens, bool saysMaxTokens, CancellationToken cancellationToken)
    {
        var request = new ChatRequest(_settings.Model, [new("system", prompt.System), new("user", prompt.User)])
        {
            MaxTokens = saysMaxTokens ? maxTokens : null,
            MaxCompletionTokens = saysMaxTokens ? null : maxTokens,
        };
        using var content = BinaryContent.Create(
            BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(request, ChatJson.Default.ChatRequest)));
        try
        {
            var result = await _client.CompleteChatAsync(content, new RequestOptions
            {
                CancellationToken = cancellationToken,
                ErrorOptions = ClientErrorBehaviors.NoThrow,
            });
            var response = result.GetRawResponse();
            if (Allowance.Read(name => HeaderOf(response, name)) is { } allowance)
                _limiter.Observe(allowance);
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
        ProviderError.Read(response.Content.ToMemory(), _settings.ApiKey);

    private static string? HeaderOf(PipelineResponse response, string name) =>
        response.Headers.TryGetValue(name, out var value) ? value : null;

    private TimeSpan? RetryAfterOf(PipelineResponse response)
    {
        string? Header(string name) => HeaderOf(response, name);

        return RetryAfter.Read(Header("retry-after-ms"), Header("Retry-After"), _time.GetUtcNow())
            ?? (response.Status == 429 ? RateLimitReset.Read(Header) : null);
    }
}
