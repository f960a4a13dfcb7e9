using System.Text.Json;
using Yttl.Core.Failures;

namespace Yttl.Core.Specs.Failures;

public sealed class FailureCategorySpecs
{
    [Fact]
    public void A_category_is_named_as_its_json_names_it() => Enum.GetValues<FailureCategory>()
        .Select(category => category.Name())
        .ShouldBe(Enum.GetValues<FailureCategory>().Select(category => JsonSerializer.Serialize(category).Trim('"')));
}
