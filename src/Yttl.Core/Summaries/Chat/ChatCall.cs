using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using OpenAI.Chat;
using Yttl.Core.Measuring;
using Yttl.Core.Providers;
using Yttl.Core.Providers.Errors;

namespace Yttl.Core.Summaries.Chat;

/// <summary>One attempt at one address, and what was learnt of it.</summary>
internal sealed class ChatCall(LanguageModelSettings settings, ProviderCall call)
{
    private const int MostLessons = 5;

    // Less than this is no room for a summary.
    private const int LeastRoom = 400;

    private readonly ChatClient _client = call.Client.GetChatClient(settings.Model);
    private volatile ChatHabits _habits = new(
        ProviderTable.FindChat(settings.Provider, settings.BaseUrl) is { TakesMaxCompletionTokens: true }
            ? LimitName.MaxCompletionTokens
            : LimitName.MaxTokens);

    public async Task<ChatAnswer> AttemptAsync(Prompt prompt, int maxTokens, CancellationToken cancellationToken)
    {
        var (habits, room, lessons) = (_habits, maxTokens, 0);
        ChatReply? reply = null;
        await call.SendAsync(
            options => PostAsync(prompt, Tokens(), habits, options),
            LearnsAsync,
            cancellationToken,
            response => (reply = ChatReply.Read(response.Content.ToMemory(), settings.ApiKey))?.Error);
        CallTracker.Current?.Wrote(reply?.Tokens ?? default);
        return ChatAnswer.From(reply, settings.Model) with
        {
            Note = habits.Model is { } only ? call.Failures.TheOnly(only) : null,
        };

        int Tokens() => Math.Min(room, habits.MostTokens ?? int.MaxValue);

        async Task<bool> LearnsAsync(int status, ProviderError error)
        {
            if (status is not (400 or 404 or 422 or 500 or 501) || lessons++ == MostLessons)
                return false;
            if (habits.Learn(error, Tokens()) is { } learnt)
            {
                _habits = habits = learnt;
                return true;
            }

            if (error.IsAboutContext() && error.NamedRoom(Tokens()) is >= LeastRoom and var left && left < Tokens())
            {
                room = left;
                return true;
            }

            return (status is 404 || (status is 400 or 422 && error.IsAboutModel())) && await TakesOnlyModelAsync(status, error);
        }

        // Azure's deployments are not listed where they are called.
        async Task<bool> TakesOnlyModelAsync(int status, ProviderError error)
        {
            if (settings.ApiVersion is not null || habits.Model is not null)
                return false;
            var names = await call.ModelsAsync(cancellationToken);
            if (names is not [var only] || only == settings.Model)
                throw call.Remember(call.Failures.NotFound(status, error, names));
            _habits = habits = habits with { Model = only };
            return true;
        }
    }

    private async Task<ClientResult> PostAsync(Prompt prompt, int maxTokens, ChatHabits habits, RequestOptions options)
    {
        ChatRequestMessage[] messages = habits.TakesNoSystem
            ? [new("user", $"{prompt.System}\n\n{prompt.User}")]
            : [new("system", prompt.System), new("user", prompt.User)];
        var request = new ChatRequest(habits.Model ?? settings.Model, messages)
        {
            MaxTokens = habits.Limit is LimitName.MaxTokens ? maxTokens : null,
            MaxCompletionTokens = habits.Limit is LimitName.MaxCompletionTokens ? maxTokens : null,
        };
        var body = JsonSerializer.SerializeToUtf8Bytes(request, ChatJson.Default.ChatRequest);
        using var content = BinaryContent.Create(BinaryData.FromBytes(body));
        call.Count(body.Length);
        return await _client.CompleteChatAsync(content, options);
    }
}
