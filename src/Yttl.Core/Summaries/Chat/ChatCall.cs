using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using OpenAI.Chat;
using Yttl.Core.Measuring;
using Yttl.Core.Providers;

namespace Yttl.Core.Summaries.Chat;

/// <summary>One attempt at one address, and what was learnt of it: how it wants its limit of tokens.</summary>
internal sealed class ChatCall(LanguageModelSettings settings, ProviderCall call)
{
    private readonly ChatClient _client = call.Client.GetChatClient(settings.Model);
    private volatile bool _saysMaxTokens =
        ProviderTable.FindChat(settings.Provider, settings.BaseUrl) is not { TakesMaxCompletionTokens: true };

    public async Task<ChatAnswer> AttemptAsync(Prompt prompt, int maxTokens, CancellationToken cancellationToken)
    {
        var (saysMaxTokens, hasLearnt) = (_saysMaxTokens, false);
        var response = await call.SendAsync(
            options => PostAsync(prompt, maxTokens, saysMaxTokens, options), Learns, cancellationToken);
        var answer = ChatAnswer.Read(response.Content.ToMemory().Span, settings.Model);
        CallTracker.Current?.Wrote(answer.Tokens);
        return answer;

        // Newer OpenAI models take only max_completion_tokens, many other servers only max_tokens: learnt once.
        bool Learns(ProviderError error)
        {
            var rejected = saysMaxTokens ? "'max_tokens'" : "max_completion_tokens";
            if (hasLearnt || !error.Message.Contains(rejected, StringComparison.Ordinal))
                return false;
            _saysMaxTokens = saysMaxTokens = !saysMaxTokens;
            return hasLearnt = true;
        }
    }

    private async Task<ClientResult> PostAsync(Prompt prompt, int maxTokens, bool saysMaxTokens, RequestOptions options)
    {
        var request = new ChatRequest(settings.Model, [new("system", prompt.System), new("user", prompt.User)])
        {
            MaxTokens = saysMaxTokens ? maxTokens : null,
            MaxCompletionTokens = saysMaxTokens ? null : maxTokens,
        };
        var body = JsonSerializer.SerializeToUtf8Bytes(request, ChatJson.Default.ChatRequest);
        using var content = BinaryContent.Create(BinaryData.FromBytes(body));
        call.Count(body.Length);
        return await _client.CompleteChatAsync(content, options);
    }
}
