using Yttl.Cli.Failures;
using Yttl.Cli.Hosting;
using Yttl.Core.Settings;

namespace Yttl.Cli.Specs.Settings;

/// <summary>Who else may get the text.</summary>
public sealed class LlmFallbackSpecs
{
    [Fact]
    public void No_other_provider_may_write_unless_the_user_allows_it() =>
        Providers(("OPENAI_API_KEY", "sk-1"), ("GROQ_API_KEY", "gsk-1")).ShouldBeEmpty();

    [Fact]
    public void Those_named_may_in_their_order_and_the_chosen_one_is_not_asked_twice() =>
        Providers(
            ("OPENAI_API_KEY", "sk-1"), ("GROQ_API_KEY", "gsk-1"), ("YTTL_LLM_BASE_URL", "http://127.0.0.1:11434/v1"),
            ("YTTL_LLM_PROVIDER", "openai"), ("YTTL_LLM_FALLBACK", "groq,openai")).ShouldBe(["groq"]);

    [Fact]
    public void One_without_its_key_is_told_before_anything_starts() =>
        Should.Throw<UsageException>(() => Providers(("OPENAI_API_KEY", "sk-1"), ("YTTL_LLM_FALLBACK", "groq")))
            .Message.ShouldContain("GROQ_API_KEY");

    [Fact]
    public void A_folder_cannot_send_the_text_elsewhere() =>
        SettingTable.LlmFallback.TrustedFromProjectFile("groq").ShouldBeFalse();

    private static List<string> Providers(params (string Name, string Value)[] variables)
    {
        var entries = SettingTable.All
            .SelectMany(setting => variables
                .Where(variable => variable.Name == setting.Environment)
                .Select(variable => new Entry(setting.Key, variable.Value, variable.Name)))
            .Append(new Entry("home", "/tmp/yttl", "YTTL_HOME"));
        var settings = Configuration.Resolve(Hosts.CommandLine, [new Layer([.. entries], [])]);
        return [.. EngineSettings.Host(settings).LanguageModelFallbacks.Select(model => model.Provider)];
    }
}
