using System.Runtime.InteropServices;
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
    /// The categories of the content filter that refused the prompt, such as <c>violence (medium), jailbreak</c>;
    /// empty where there are none.
    /// </summary>
    public string Filtered { get; init; } = "";

    /// <summary>
    /// Returns whether the prompt is longer than the model accepts. Each kind of server has its own words for it.
    /// </summary>
    public bool IsAboutContext() =>
        Code is "context_length_exceeded" or "exceed_context_size_error" or "string_above_max_length"
        || ContextPhrases.Any(phrase => Message.Contains(phrase, StringComparison.OrdinalIgnoreCase));

    public bool IsAboutContent() =>
        Code is "content_filter" or "content_policy_violation" or "ResponsibleAIPolicyViolation";

    /// <summary>The name in the path is of no deployment. Azure answers so at both of its APIs.</summary>
    public bool IsAboutDeployment() => Code is "DeploymentNotFound";

    /// <summary>
    /// Returns whether the api-version is unknown, or is too old for the model. Where a version lacks the call's path,
    /// Azure says only <c>Resource not found</c>.
    /// </summary>
    public bool IsAboutVersion() => Message.Contains("api version", StringComparison.OrdinalIgnoreCase)
        || Message.Contains("api-version", StringComparison.OrdinalIgnoreCase);

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
        var error = Parse(body);
        var safe = key is null ? error.Message : error.Message.Replace(key, "…", StringComparison.Ordinal);
        return error with { Message = OneLine(safe) };
    }

    /// <summary>
    /// Reads which categories of Azure's content filter fired, and how strongly:
    /// https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter
    /// </summary>
    /// <param name="results">The object with a member for each category; null for none.</param>
    /// <returns>Empty where none fired.</returns>
    public static string FilteredBy(JsonElement? results)
    {
        if (results is not { ValueKind: JsonValueKind.Object } categories)
            return "";
        var fired = new List<string>();
        foreach (var category in categories.EnumerateObject())
            if (LooseMember.Find(category.Value, "filtered"u8) is { ValueKind: JsonValueKind.True })
                fired.Add(Text(category.Value, "severity"u8) is { } severity ? $"{NameOf(category)} ({severity})" : NameOf(category));
        return OneLine(string.Join(", ", fired));
    }

    private static ProviderError Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var error = LooseMember.Find(root, "error"u8) ?? root;
            return error.ValueKind == JsonValueKind.String
                ? new("", LooseTextConverter.Text(error))
                : new(Text(error, "code"u8) ?? Text(error, "type"u8) ?? "", Text(error, "message"u8) ?? "")
                {
                    Filtered = LooseMember.Find(error, "innererror"u8) is { } inner
                        ? FilteredBy(LooseMember.Find(inner, "content_filter_result"u8)
                            ?? LooseMember.Find(inner, "content_filter_results"u8))
                        : "",
                };
        }
        catch (JsonException)
        {
            return new("", "");
        }
    }

    // A code may be the numeric status; then the type is more specific.
    private static string? Text(JsonElement element, ReadOnlySpan<byte> name) =>
        LooseMember.Find(element, name) is { ValueKind: JsonValueKind.String } member
            ? LooseTextConverter.Text(member)
            : null;

    // JsonProperty.Name throws where a name holds half of a surrogate pair.
    private static string NameOf(JsonProperty member) => Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(member));

    private static string OneLine(string text)
    {
        var line = new StringBuilder();
        foreach (var letter in text.Length > LongestMessage ? text[..LongestMessage] + "…" : text)
            line.Append(char.IsControl(letter) || char.IsSurrogate(letter) ? ' ' : letter);
        return line.ToString().Trim();
    }
}
