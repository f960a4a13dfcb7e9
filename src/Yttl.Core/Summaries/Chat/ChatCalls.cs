using Yttl.Core.Failures;
using Yttl.Core.Providers;
using Yttl.Core.Providers.Limits;

namespace Yttl.Core.Summaries.Chat;

/// <summary>Makes one attempt.</summary>
internal delegate Task<ChatAnswer> ChatAttempt(Prompt prompt, int maxTokens, CancellationToken cancellationToken);

/// <summary>
/// Runs every call of a chat model through <see cref="ProviderCalls"/>, and once more where the answer was cut short.
/// </summary>
internal sealed class ChatCalls(ProviderCalls calls, ChatFailures failures)
{
    private const int LimitGrowth = 4;

    public async Task<Completion> CompleteAsync(Prompt prompt, ChatAttempt attempt, CancellationToken cancellationToken)
    {
        var turn = calls.NextTurn(prompt.Video);
        var answer = await AskAsync(prompt.MaxOutputTokens);
        if (!answer.CutShort)
            return new Completion(answer.Text, answer.Tokens);
        var first = SummaryText.WholeSentences(answer.Text);
        ChatAnswer longer;
        try
        {
            longer = await AskAsync(prompt.MaxOutputTokens * LimitGrowth);
        }
        catch (YttlException) when (first.Length > 0)
        {
            // A model with a lower limit rejects the call. Its first answer is still valid.
            return new Completion(first, answer.Tokens);
        }

        var text = longer.CutShort ? SummaryText.WholeSentences(longer.Text) : longer.Text;
        return text.Length > 0
            ? new Completion(text, answer.Tokens + longer.Tokens)
            : throw failures.NothingBeforeTheLimit(prompt.MaxOutputTokens * LimitGrowth);

        Task<ChatAnswer> AskAsync(int maxTokens) =>
            calls.RunAsync(turn, token => attempt(prompt, maxTokens, token), cancellationToken);
    }
}
