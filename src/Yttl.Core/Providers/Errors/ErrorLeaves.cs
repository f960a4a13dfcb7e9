using System.Text.Json;
using Yttl.Core.Json;

namespace Yttl.Core.Providers.Errors;

/// <summary>A text or number somewhere in an error.</summary>
/// <param name="Name">The member's name in lower case, without hyphens and underscores; that of the list for an item.</param>
internal readonly record struct ErrorLeaf(string Name, string Text);

/// <summary>Flattens an error, so that it is found how long to wait or which status it means wherever that stands.</summary>
internal static class ErrorLeaves
{
    private const int Deepest = 12;

    private const int Most = 200;

    // What repeats the request holds the user's text, which says nothing about the error.
    private static readonly string[] OfRequest = ["input", "prompt", "messages", "request", "body", "ctx", "content"];

    public static List<ErrorLeaf> Of(JsonElement root)
    {
        var leaves = new List<ErrorLeaf>();
        Collect(root, "", 0, leaves);
        return leaves;
    }

    /// <summary>Reads the JSON that a gateway passes on as a text. The caller disposes it.</summary>
    /// <returns>Null where the text is none, or only looks like it.</returns>
    public static JsonDocument? JsonIn(string text)
    {
        if (text.TrimStart() is not ['{' or '[', ..])
            return null;
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Collect(JsonElement element, string name, int depth, List<ErrorLeaf> leaves)
    {
        if (depth > Deepest || leaves.Count >= Most || (OfRequest.Contains(name) && depth > 0))
            return;
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                AddText(LooseTextConverter.Text(element), name, depth, leaves);
                break;
            case JsonValueKind.Number:
                leaves.Add(new ErrorLeaf(name, element.GetRawText()));
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    Collect(item, name, depth + 1, leaves);
                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                    Collect(member.Value, Plain(LooseMember.NameOf(member)), depth + 1, leaves);
                break;
        }
    }

    private static void AddText(string text, string name, int depth, List<ErrorLeaf> leaves)
    {
        leaves.Add(new ErrorLeaf(name, text));
        using var inner = JsonIn(text);
        if (inner is not null)
            Collect(inner.RootElement, name, depth + 1, leaves);
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
