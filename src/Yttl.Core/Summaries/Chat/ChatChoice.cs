using System.Text;
using System.Text.Json;
using Yttl.Core.Json;
using Yttl.Core.Providers.Errors;

namespace Yttl.Core.Summaries.Chat;

/// <summary>One of a reply's answers, as it is gathered.</summary>
internal sealed class ChatChoice
{
    private const int Deepest = 5;

    public StringBuilder Text { get; } = new();

    public StringBuilder Thoughts { get; } = new();

    public string FinishReason { get; private set; } = "";

    public string Refusal { get; private set; } = "";

    public string Filtered { get; private set; } = "";

    public bool CallsTool { get; private set; }

    public ProviderError? Error { get; private set; }

    /// <summary>Whether it has a text that nothing speaks against.</summary>
    public bool IsGood => Error is null && Refusal.Length is 0
        && ChatEnds.From(FinishReason) is ChatEnd.Whole && !string.IsNullOrWhiteSpace(Text.ToString());

    /// <param name="isPart">Whether it continues what was read before.</param>
    public void Add(JsonElement choice, bool isPart, string? key)
    {
        if (!isPart)
        {
            Text.Clear();
            Thoughts.Clear();
        }

        if (LooseMember.Find(choice, "error"u8) is { ValueKind: JsonValueKind.Object or JsonValueKind.String } error
            && ErrorReader.Says(error))
            Error = ErrorReader.From(choice, key);
        foreach (var name in (ReadOnlySpan<string>)["finish_reason", "finishReason", "stop_reason", "done_reason"])
            if (LooseMember.Text(choice, Encoding.UTF8.GetBytes(name)) is { Length: > 0 } reason)
                FinishReason = reason;
        if (ErrorReader.FilteredBy(LooseMember.Find(choice, "content_filter_results"u8)) is { Length: > 0 } filtered)
            Filtered = filtered;
        // The first that is there: of the forms of OpenAI, its streams, Anthropic and Google, Ollama, and completions.
        if (LooseMember.First(choice, "message", "delta", "content", "output", "output_text", "response", "text") is { } message)
            AddMessage(message);
    }

    private void AddMessage(JsonElement message)
    {
        if (message.ValueKind is not JsonValueKind.Object)
        {
            AddContent(message, 0);
            return;
        }

        foreach (var name in (ReadOnlySpan<string>)["reasoning_content", "reasoning", "thinking"])
            if (LooseMember.Text(message, Encoding.UTF8.GetBytes(name)) is { } thoughts)
            {
                Thoughts.Append(thoughts);
                break;
            }

        if (LooseMember.Text(message, "refusal"u8) is { } refusal && !string.IsNullOrWhiteSpace(refusal))
            Refusal += refusal;
        CallsTool |= LooseMember.List(message, "tool_calls"u8)?.Any() is true;
        CallsTool |= LooseMember.Find(message, "function_call"u8) is { ValueKind: JsonValueKind.Object };
        if (LooseMember.First(message, "content", "parts", "text") is { } content)
            AddContent(content, 0);
    }

    /// <summary>A text, or parts of it: https://platform.openai.com/docs/api-reference/chat/create (content parts).</summary>
    private void AddContent(JsonElement content, int depth)
    {
        if (depth > Deepest)
            return;
        switch (content.ValueKind)
        {
            case JsonValueKind.String:
                Text.Append(LooseTextConverter.Text(content));
                break;
            case JsonValueKind.Number:
                Text.Append(content.GetRawText());
                break;
            case JsonValueKind.Array:
                foreach (var part in content.EnumerateArray())
                    AddContent(part, depth + 1);
                break;
            case JsonValueKind.Object:
                AddPart(content, depth);
                break;
        }
    }

    private void AddPart(JsonElement part, int depth)
    {
        var type = LooseMember.Text(part, "type"u8) ?? "";
        if (type is "refusal")
            Refusal += LooseMember.Text(part, "refusal"u8) ?? LooseMember.Text(part, "text"u8) ?? "refused";
        CallsTool |= type.Contains("tool", StringComparison.Ordinal) || type.Contains("function", StringComparison.Ordinal);
        if (type.Contains("think", StringComparison.Ordinal) || type.Contains("reason", StringComparison.Ordinal)
            || LooseMember.Find(part, "thought"u8) is { ValueKind: JsonValueKind.True })
        {
            Thoughts.Append(LooseMember.Text(part, "text"u8) ?? LooseMember.Text(part, "thinking"u8) ?? "");
            return;
        }

        if (LooseMember.First(part, "text", "content", "parts", "value", "output_text") is { } inner)
            AddContent(inner, depth + 1);
    }
}
