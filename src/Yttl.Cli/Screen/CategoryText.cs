using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Yttl.Cli.Json;
using Yttl.Core.Failures;

namespace Yttl.Cli.Screen;

/// <summary>The stable text of a category, from the one place that defines it: the attribute its JSON is written by.</summary>
internal static class CategoryText
{
    public static string Of(FailureCategory category) => Text(category, CliJson.Default.FailureCategory);

    private static string Text<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type).Trim('"');
}
