using System.Text;
using System.Text.Json;
using Yttl.Core.Json;

namespace Yttl.Core.Providers;

/// <summary>
/// A provider's error, in any format: <c>{"error":{…}}</c>, <c>{"error":"…"}</c>, plain text, a web page.
/// </summary>
internal sealed record ProviderError(string Code, string Message)
{
    private const int LongestMessage = 200;

    /// <summary>
    /// Returns whether the prompt is longer than the model accepts. Each kind of server has its own words for it.
    /// </summary>
    public bool IsAboutContext() =>
        Code is "context_length_exceeded" or "exceed_context_size_error" or "string_above_max_length"
        || ContextPhrases.Any(phrase => Message.Contains(phrase, StringComparison.OrdinalIgnoreCase));

    public bool IsAboutContent() =>
        Code is "content_filter" or "content_policy_violation" or "ResponsibleAIPolicyViolation";

    public bool IsAboutMemory() =>
        MemoryPhrases.Any(phrase => Message.Contains(phrase, StringComparison.OrdinalIgnoreCase));

    /// <summary>Money, not speed: waiting does not help.</summary>
    public bool IsAboutQuota() => Code is "insufficient_quota" or "billing_hard_limit_reached" or "billing_not_active";

    private static readonly string[] MemoryPhrases = ["out of memory", "failed to allocate", "insufficient memory"];

    private static readonly string[] ContextPhrases =
    [
        "maximum context length", "context window", "context size", "context length",
        "prompt is too long", "too many tokens", "Request too large",
    ];

    /// <param name="key">Removed from the message, where the provider repeats it.</param>
    public static ProviderError Read(ReadOnlyMemory<byte> body, string? key)
    {
        var (code, message) = Parse(body);
        var safe = key is null ? message : message.Replace(key, "…", StringComparison.Ordinal);
        return new ProviderError(code, OneLine(safe));
    }

    private static (string Code, string Message) Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var error = LooseMember.Find(root, "error"u8) ?? root;
            return error.ValueKind == JsonValueKind.String
                ? ("", LooseTextConverter.Text(error))
                : (Text(error, "code"u8) ?? Text(error, "type"u8) ?? "", Text(error, "message"u8) ?? "");
        }
        catch (JsonException)
        {
            return ("", "");
        }
    }

    // A code may be the numeric status; then the type is more specific.
    private static string? Text(JsonElement element, ReadOnlySpan<byte> name) =>
        LooseMember.Find(element, name) is { ValueKind: JsonValueKind.String } member
            ? LooseTextConverter.Text(member)
            : null;

    private static string OneLine(string text)
    {
        var line = new StringBuilder();
        foreach (var letter in text.Length > LongestMessage ? text[..LongestMessage] + "…" : text)
            line.Append(char.IsControl(letter) || char.IsSurrogate(letter) ? ' ' : letter);
        return line.ToString().Trim();
    }
}
