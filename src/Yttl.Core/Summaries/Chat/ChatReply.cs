using Yttl.Core.Measuring;
using Yttl.Core.Providers.Errors;

namespace Yttl.Core.Summaries.Chat;

/// <summary>
/// What a body of status 200 holds, in the form of https://platform.openai.com/docs/api-reference/chat or as other
/// servers write it: each leaves out, adds and nests differently. Nothing is judged here.
/// </summary>
/// <param name="Text">As the model wrote it; empty for none.</param>
/// <param name="Thoughts">What the server itself set apart as thoughts; empty for none.</param>
internal sealed record ChatReply(string Text, string Thoughts, TokenUsage Tokens)
{
    /// <summary>Empty where it is not given.</summary>
    public string FinishReason { get; init; } = "";

    /// <summary>Empty for none.</summary>
    public string Refusal { get; init; } = "";

    /// <summary>The categories of the content filter that fired; empty for none.</summary>
    public string Filtered { get; init; } = "";

    /// <summary>Whether the model called a tool, although it was given none.</summary>
    public bool CallsTool { get; init; }

    /// <summary>Whether it is a stream that ended before the answer did.</summary>
    public bool IsTorn { get; init; }

    /// <summary>The error in place of an answer, or beside half of one; null for none.</summary>
    public ProviderError? Error { get; init; }

    /// <param name="key">Removed from the words of an error.</param>
    /// <returns>Null where the body is neither an answer nor an error.</returns>
    public static ChatReply? Read(ReadOnlyMemory<byte> body, string? key = null)
    {
        if (ChatBody.Read(body) is not { } documents)
            return null;
        try
        {
            var reader = new ChatReplyReader(key);
            foreach (var document in documents)
                reader.Add(document.RootElement);
            return reader.Reply(isOpen: !ChatBody.HasEnd(body.Span), isStream: documents.Count > 1);
        }
        finally
        {
            ChatBody.Dispose(documents);
        }
    }
}
