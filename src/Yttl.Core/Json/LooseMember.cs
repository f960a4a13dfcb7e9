using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Yttl.Core.Json;

/// <summary>
/// Members of objects that another program may have written. <see cref="JsonElement.TryGetProperty(string, out JsonElement)"/>
/// throws where any name beside the one asked for holds half of a surrogate pair.
/// </summary>
internal static class LooseMember
{
    /// <param name="name">As it is written, without escapes.</param>
    /// <returns>The last of that name; null where there is none, or <paramref name="element"/> is no object.</returns>
    public static JsonElement? Find(JsonElement element, ReadOnlySpan<byte> name)
    {
        JsonElement? found = null;
        if (element.ValueKind == JsonValueKind.Object)
            foreach (var member in element.EnumerateObject())
                if (JsonMarshal.GetRawUtf8PropertyName(member).SequenceEqual(name))
                    found = member.Value;
        return found;
    }

    /// <summary>Returns the member where it is a string, else null.</summary>
    public static string? Text(JsonElement element, ReadOnlySpan<byte> name) =>
        Find(element, name) is { ValueKind: JsonValueKind.String } member ? LooseTextConverter.Text(member) : null;

    /// <summary>Returns the items of the member where it is a list, else null.</summary>
    public static JsonElement.ArrayEnumerator? List(JsonElement element, ReadOnlySpan<byte> name) =>
        Find(element, name) is { ValueKind: JsonValueKind.Array } member ? member.EnumerateArray() : null;

    /// <summary>Returns the first of the members that is there and not null; null where none is.</summary>
    public static JsonElement? First(JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (Find(element, Encoding.UTF8.GetBytes(name)) is { ValueKind: not JsonValueKind.Null } member)
                return member;
        return null;
    }

    /// <summary><see cref="JsonProperty.Name"/> throws where a name holds half of a surrogate pair.</summary>
    public static string NameOf(JsonProperty member) =>
        Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(member));
}
