using System.Text.Json;

namespace Yttl.Core.Failures;

public static class FailureCategoryExtensions
{
    /// <summary>The stable text that its JSON has too: <c>rate-limit</c>.</summary>
    public static string Name(this FailureCategory category) =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(category.ToString());
}
