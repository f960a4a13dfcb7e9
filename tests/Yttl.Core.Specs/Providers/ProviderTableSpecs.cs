using Yttl.Core.Providers;

namespace Yttl.Core.Specs.Providers;

public sealed class ProviderTableSpecs
{
    [Theory]
    [InlineData("chatgpt", "openai", "openai")]
    [InlineData("azure", "azure", "azure.ai.openai")]
    [InlineData("groq", "groq", "groq")]
    [InlineData("gemini", "gemini", "gcp.gemini")]
    [InlineData("mistral", "mistral", "mistral_ai")]
    public void A_provider_has_the_names_of_its_prices_and_of_the_conventions(string provider, string vendor, string telemetry)
    {
        var row = ProviderTable.Find(provider).ShouldNotBeNull();

        (row.Vendor, row.TelemetryName).ShouldBe((vendor, telemetry));
    }

    [Fact]
    public void Every_row_can_do_something_and_a_name_means_one_provider_of_each_kind()
    {
        ProviderTable.All.ShouldAllBe(row => row.Chat != null || row.Speech != null);
        foreach (var capability in (ProviderCapability[])[ProviderCapability.Chat, ProviderCapability.Speech])
            capability.Providers.Select(row => row.Name).ShouldBeUnique();
    }

    [Fact]
    public void Only_a_row_whose_address_a_setting_gives_has_none() =>
        ProviderTable.All.ShouldAllBe(row => row.BaseUrl != null || row.AddressVariable != null || row.CommandVariable != null);

    [Fact]
    public void A_server_at_an_address_of_its_own_is_none_of_the_table()
    {
        ProviderTable.FindChat("anthropic", new("http://gateway.example/v1/")).ShouldBeNull();
        ProviderTable.FindChat("local", new("http://127.0.0.1:8080/v1/")).ShouldBe(ProviderTable.Find("local")!.Chat);
        ProviderTable.FindChat("openai", new("https://api.anthropic.com/v1/")).ShouldBe(ProviderTable.Find("anthropic")!.Chat);
    }

    [Fact]
    public void The_names_that_a_user_may_give_are_auto_the_rows_and_what_needs_no_key()
    {
        ProviderCapability.Chat.Names.ShouldBe(
            ["auto", "azure", "openai", "groq", "huggingchat", "local", "anthropic", "gemini", "openrouter", "mistral",
                "deepseek", "ollama", "chatgpt", "command", "extractive"]);
        ProviderCapability.Speech.Names.ShouldBe(["auto", "azure", "openai", "groq", "local"]);
    }
}
