using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Yttl.Core.Json;
using Yttl.Core.Text;

namespace Yttl.Core.Providers.Errors;

/// <summary>Reads the body of an error.</summary>
internal static partial class ErrorReader
{
    private const int LongestMessage = 200;

    // Enough for any error; what comes after is most likely the request, repeated.
    private const int LongestWords = 4000;

    /// <param name="key">Removed from the words, where the provider repeats it.</param>
    public static ProviderError Read(ReadOnlyMemory<byte> body, string? key) => Safe(ReadJson(body) ?? ReadText(body), key);

    /// <summary>Reads an error inside an answer.</summary>
    public static ProviderError From(JsonElement root, string? key = null) => Safe(FromJson(root), key);

    /// <summary>Whether a member <c>error</c> names one: servers send it empty, or false, beside a good answer.</summary>
    public static bool Says(JsonElement error) => error.ValueKind switch
    {
        JsonValueKind.Object => error.EnumerateObject().Any(),
        JsonValueKind.Array => error.GetArrayLength() > 0,
        JsonValueKind.String => LooseTextConverter.Text(error).Trim().Length > 0,
        JsonValueKind.True => true,
        _ => false,
    };

    /// <summary>Whether an object without a member <c>error</c> calls itself one, as it may behind half of an answer.</summary>
    public static bool IsNamedSo(JsonElement root) =>
        LooseMember.Text(root, "object"u8) is "error" || LooseMember.Text(root, "type"u8) is "error"
        || LooseMember.Find(root, "success"u8) is { ValueKind: JsonValueKind.False }
        || (LooseMember.Find(root, "code"u8) is { ValueKind: JsonValueKind.Number } code && code.GetRawText() is not ("0" or "200"));

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
                fired.Add(LooseMember.Text(category.Value, "severity"u8) is { } severity
                    ? $"{LooseMember.NameOf(category)} ({severity})"
                    : LooseMember.NameOf(category));
        return OneLine(string.Join(", ", fired), LongestMessage);
    }

    private static ProviderError Safe(ProviderError error, string? key)
    {
        return error with { Message = Clean(error.Message, LongestMessage), Words = Clean(error.Words, LongestWords) };

        string Clean(string text, int longest) =>
            OneLine(key is { Length: > 0 } ? text.Replace(key, "…", StringComparison.Ordinal) : text, longest);
    }

    private static ProviderError? ReadJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return FromJson(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ProviderError FromJson(JsonElement root)
    {
        var leaves = ErrorLeaves.Of(root);
        var message = ErrorMessage.Say(root);
        var error = ErrorMessage.Body(root);
        return new ProviderError(
            LooseMember.Text(error, "code"u8) ?? LooseMember.Text(error, "type"u8) ?? LooseMember.Text(error, "status"u8) ?? "",
            message)
        {
            IsJson = true,
            Words = string.Join(" | ", leaves.Select(leaf => leaf.Text)
                .Where(text => !message.Contains(text, StringComparison.Ordinal)).Prepend(message)),
            Status = ErrorStatus.Find(leaves),
            Wait = ErrorWait.Find(leaves) ?? ErrorWait.InWords(message),
            Reset = leaves.FirstOrDefault(leaf => leaf.Name is "xratelimitreset" or "ratelimitreset").Text,
            Filtered = LooseMember.Find(error, "innererror"u8) is { } inner
                ? FilteredBy(LooseMember.Find(inner, "content_filter_result"u8)
                    ?? LooseMember.Find(inner, "content_filter_results"u8))
                : "",
        };
    }

    /// <summary>Reads plain text as it is, and of a web page its title.</summary>
    private static ProviderError ReadText(ReadOnlyMemory<byte> body)
    {
        var text = Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, LongestWords)]);
        if (text.Contains('\0', StringComparison.Ordinal))
            return new ProviderError("", "");
        if (Markup().IsMatch(text))
            text = Title().Match(text) is { Success: true } title ? title.Groups["text"].Value : Tag().Replace(text, " ");
        var words = PlainText.Fold(WebUtility.HtmlDecode(text));
        return new ProviderError("", words) { Wait = ErrorWait.InWords(words) };
    }

    private static string OneLine(string text, int longest)
    {
        var line = new StringBuilder();
        foreach (var letter in text.Length > longest ? text[..longest] + "…" : text)
            line.Append(char.IsControl(letter) || char.IsSurrogate(letter) ? ' ' : letter);
        return line.ToString().Trim();
    }

    [GeneratedRegex(@"^\s*(\uFEFF)?<(!|\?|[a-zA-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    [GeneratedRegex(
        @"<(title|h1|message)\b[^>]{0,200}>\s*(?<text>[^<]*[^<\s][^<]*)<", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex(@"<(style|script)\b[^>]*>.*?</\1>|<[^>]*>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Tag();
}
