using System.Text;
using Yttl.Core.Providers.Errors;

namespace Yttl.Core.Specs.Providers;

public sealed class ProviderErrorSpecs
{
    [Fact]
    public void A_name_that_holds_half_of_a_surrogate_pair_hides_nothing_beside_it() =>
        ProviderError.Read(Encoding.UTF8.GetBytes("""{ "error": { "message": "full", "\ud83d": 1 } }"""), null)
            .Message.ShouldBe("full");
}
