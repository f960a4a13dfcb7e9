using System.Text.Json;
using Yttl.Core.Json;

namespace Yttl.Core.Providers.Errors;

/// <summary>Finds the words of an error for people, wherever a server puts them.</summary>
internal static class ErrorMessage
{
    private const int Deepest = 6;

    private const int MostOfList = 3;

    // In the order of preference: what explains comes before what only names.
    private static readonly string[] Names =
    [
        "message", "detail", "details", "msg", "error_message", "errorMessage", "error_msg", "error_description",
        "description", "errors", "status_msg", "faultstring", "fault", "base_resp", "reason", "Message", "title", "error",
    ];

    /// <summary>Returns the object that holds the error: the root, its <c>error</c>, or the first of a list.</summary>
    public static JsonElement Body(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
            foreach (var item in root.EnumerateArray())
                return Body(item);
        return LooseMember.Find(root, "error"u8) is { ValueKind: JsonValueKind.Object } error ? error : root;
    }

    /// <returns>Empty where it has none.</returns>
    public static string Say(JsonElement root) => Say(root, 0);

    private static string Say(JsonElement element, int depth) => depth > Deepest ? "" : element.ValueKind switch
    {
        JsonValueKind.String => Text(LooseTextConverter.Text(element), depth),
        JsonValueKind.Array => string.Join("; ", element.EnumerateArray().Select(item => Say(item, depth + 1))
            .Where(text => text.Length > 0).Distinct().Take(MostOfList)),
        JsonValueKind.Object => Object(element, depth),
        _ => "",
    };

    // A gateway may pass on the body of the server behind it as a text.
    private static string Text(string text, int depth)
    {
        using var inner = ErrorLeaves.JsonIn(text);
        return inner is not null && Say(inner.RootElement, depth + 1) is { Length: > 0 } said ? said : text.Trim();
    }

    private static string Object(JsonElement element, int depth)
    {
        var said = LooseMember.Find(element, "error"u8) is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } error
            ? Say(error, depth + 1)
            : "";
        foreach (var name in Names)
        {
            if (said.Length > 0)
                break;
            if (LooseMember.Find(element, System.Text.Encoding.UTF8.GetBytes(name)) is { } member)
                said = Say(member, depth + 1);
        }

        // OpenRouter: the words of the provider behind it.
        if (LooseMember.Find(element, "metadata"u8) is { } metadata && LooseMember.Find(metadata, "raw"u8) is { } raw
            && Say(raw, depth + 1) is { Length: > 0 } behind && !said.Contains(behind, StringComparison.Ordinal))
            said = said.Length > 0 ? $"{said}: {behind}" : behind;
        return Place(element) is { Length: > 0 } place && said.Length > 0 ? $"{place}: {said}" : said;
    }

    /// <summary>The path to a wrong field, as FastAPI gives it: <c>body.max_tokens</c>.</summary>
    private static string Place(JsonElement element) =>
        LooseMember.List(element, "loc"u8) is { } path
            ? string.Join('.', path.Take(Deepest).Select(step => step.ValueKind switch
            {
                JsonValueKind.String => LooseTextConverter.Text(step),
                JsonValueKind.Number => step.GetRawText(),
                _ => "",
            }))
            : "";
}
