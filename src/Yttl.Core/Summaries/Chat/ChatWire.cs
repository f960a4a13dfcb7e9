using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Json;

namespace Yttl.Core.Summaries.Chat;

// The part of https://platform.openai.com/docs/api-reference/chat that YTTL uses. Every field of an answer is optional:
// servers differ in what they leave out.

internal sealed record ChatRequest(string Model, IReadOnlyList<ChatRequestMessage> Messages)
{
    public int? MaxCompletionTokens { get; init; }

    public int? MaxTokens { get; init; }
}

internal sealed record ChatRequestMessage(string Role, string Content);

internal sealed record ChatReply(IReadOnlyList<ChatChoice?>? Choices, ChatUsage? Usage);

internal sealed record ChatChoice(
    ChatReplyMessage? Message, [property: JsonConverter(typeof(LooseTextConverter))] string? FinishReason)
{
    /// <summary>Azure's, with a member for each category.</summary>
    public JsonElement? ContentFilterResults { get; init; }
}

internal sealed record ChatReplyMessage(
    [property: JsonConverter(typeof(LooseTextConverter))] string? Content,
    [property: JsonConverter(typeof(LooseTextConverter))] string? Refusal);

internal sealed record ChatUsage(long? PromptTokens, long? CompletionTokens);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChatRequest))]
[JsonSerializable(typeof(ChatReply))]
internal sealed partial class ChatJson : JsonSerializerContext;
