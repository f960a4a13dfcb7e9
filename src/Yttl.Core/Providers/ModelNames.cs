using System.Text.Json;
using Yttl.Core.Json;

namespace Yttl.Core.Providers;

/// <summary>
/// Reads the list of models of https://platform.openai.com/docs/api-reference/models/list, and what other servers make of
/// it.
/// </summary>
internal static class ModelNames
{
    /// <returns>In the order of the list, each once; empty where it is none.</returns>
    public static IReadOnlyList<string> Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var list = LooseMember.Find(root, "data"u8) ?? LooseMember.Find(root, "models"u8) ?? root;
            return list.ValueKind is JsonValueKind.Array
                ? [.. list.EnumerateArray().Select(Name).OfType<string>().Where(name => name.Length > 0).Distinct()]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string? Name(JsonElement model) => model.ValueKind is JsonValueKind.String
        ? LooseTextConverter.Text(model)
        : LooseMember.Text(model, "id"u8) ?? LooseMember.Text(model, "name"u8) ?? LooseMember.Text(model, "model"u8);
}
