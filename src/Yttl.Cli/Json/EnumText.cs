using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Yttl.Cli.Json;

internal static class EnumText
{
    /// <summary>Returns the stable text of a value from the attribute that its JSON is written by.</summary>
    public static string Format<T>(T value, JsonTypeInfo<T> type)
        where T : struct, Enum => JsonSerializer.Serialize(value, type).Trim('"');
}
