using Yttl.Core.Performance;

namespace Yttl.Core.Specs.Performance;

public sealed class TelemetrySpecs
{
    [Theory]
    [InlineData("chatgpt", "openai")]
    [InlineData("azure", "azure.ai.openai")]
    [InlineData("groq", "groq")]
    public void A_provider_has_the_name_that_the_conventions_give_it(string provider, string name) =>
        Telemetry.NameOf(provider).ShouldBe(name);
}
