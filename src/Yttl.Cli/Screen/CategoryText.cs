using Yttl.Cli.Json;
using Yttl.Core.Failures;

namespace Yttl.Cli.Screen;

internal static class CategoryText
{
    public static string Of(FailureCategory category) => EnumText.Of(category, CliJson.Default.FailureCategory);
}
