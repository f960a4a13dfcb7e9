using System.Text.Json.Serialization;

namespace Yttl.Core.Summaries.Chat;

// The part of https://platform.openai.com/docs/api-reference/chat that YTTL sends. ChatReply reads what comes back.

internal sealed record ChatRequest(string Model, IReadOnlyList<ChatRequestMessage> Messages)
{
    public int? MaxCompletionTokens { get; init; }

    public int? MaxTokens { get; init; }
}

internal sealed record ChatRequestMessage(string Role, string Content);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChatRequest))]
internal sealed partial class ChatJson : JsonSerializerContext;
