using Yttl.Core.Settings;
using Yttl.Core.Summaries;

namespace Yttl.Core.Specs.Settings;

public sealed class ConfigurationSpecs
{
    [Fact]
    public void The_first_place_that_says_something_wins_and_is_named()
    {
        var settings = Configuration.Resolve(Hosts.CommandLine,
            [Layer("--length", ("length", "long")), Layer("./yttl.json", ("length", "short"), ("style", "bullets"))]);

        settings.Get(SettingTable.Length).ShouldBe(SummaryLength.Long);
        settings.Effective(SettingTable.Length).Origin.ShouldBe("--length");
        settings.Get(SettingTable.Style).ShouldBe(SummaryStyle.Bullets);
        settings.Effective(SettingTable.Style).Origin.ShouldBe("./yttl.json");
        settings.Effective(SettingTable.Out).ShouldBe(new Entry("out", "summaries", "default"));
    }

    [Fact]
    public void A_blank_text_says_nothing() =>
        Configuration.Resolve(Hosts.CommandLine, [Layer("YTTL_LENGTH", ("length", " ")), Layer("./yttl.json", ("length", "short"))])
            .Get(SettingTable.Length).ShouldBe(SummaryLength.Short);

    [Fact]
    public void A_wrong_value_that_is_overridden_does_not_matter() =>
        Configuration.Resolve(Hosts.CommandLine, [Layer("--length", ("length", "long")), Layer("./yttl.json", ("length", "huge"))])
            .Problems.ShouldBeEmpty();

    [Fact]
    public void An_unknown_key_is_named_with_the_nearest_right_one() =>
        Configuration.Resolve(Hosts.CommandLine, [Layer("./yttl.json", ("max_concurent_llm", "3"), ("zzz", "1"))]).Problems.ShouldBe(
        [
            "max_concurent_llm (from ./yttl.json) is not a setting; did you mean max_concurrent_llm?",
            "zzz (from ./yttl.json) is not a setting; 'yttl config show' lists them",
        ]);

    [Theory]
    [InlineData("ffmpeg", "./ffmpeg")]
    [InlineData("yt_dlp", "./yt-dlp")]
    [InlineData("home", "/tmp")]
    [InlineData("openai_api_key", "sk-other")]
    [InlineData("sponsorblock_url", "https://evil.test")]
    [InlineData("llm_base_url", "https://evil.test/v1")]
    [InlineData("proxy", "http://evil.test:8080")]
    [InlineData("cookies", "cookies.txt")]
    [InlineData("cookies_from_browser", "firefox")]
    [InlineData("prompt_file", "/etc/hostname")]
    [InlineData("out", "../elsewhere")]
    [InlineData("out", " /elsewhere")]
    [InlineData("llm_model", "evil.gguf")]
    [InlineData("llm_model", "evil.GGUF ")]
    [InlineData("whisper_model", "owner/repo/file")]
    public void A_file_that_comes_with_a_folder_chooses_neither_programs_nor_where_keys_are_sent(
        string key, string text)
    {
        var entry = new Entry(key, text, "./yttl.json") { FromProjectFile = true };

        var settings = Configuration.Resolve(Hosts.CommandLine, [new Layer([entry], [])]);

        settings.Problems.ShouldHaveSingleItem().ShouldStartWith($"{key} is not taken from ./yttl.json");
        settings.Problems[0].ShouldNotContain("sk-other");
    }

    [Fact]
    public void A_file_that_comes_with_a_folder_may_name_a_model_on_this_machine()
    {
        var entry = new Entry("llm_base_url", "http://127.0.0.1:11434/v1", "./yttl.json") { FromProjectFile = true };

        Configuration.Resolve(Hosts.CommandLine, [new Layer([entry], [])]).Get(SettingTable.LlmBaseUrl)!.Port.ShouldBe(11434);
    }

    [Theory]
    [InlineData("callback_secret")]
    [InlineData("openai_api_key")]
    [InlineData("cookies")]
    [InlineData("proxy")]
    public void A_reference_to_Key_Vault_that_is_not_resolved_is_no_secret(string key) =>
        Configuration.Resolve(Hosts.Azure, [Layer("an app setting", (key, "@Microsoft.KeyVault(SecretUri=https://v/secrets/x)"))])
            .Problems.ShouldHaveSingleItem().ShouldStartWith($"{key} (from an app setting): the Key Vault reference is not resolved");

    [Fact]
    public void A_wrong_secret_is_not_shown_in_the_problem() =>
        Configuration.Resolve(Hosts.CommandLine, [Layer("OPENAI_API_KEY", ("openai_api_key", "sk-\u0007secret"))]).Problems
            .ShouldHaveSingleItem().ShouldNotContain("secret");

    [Fact]
    public void Keys_and_the_passwords_of_addresses_are_its_secrets() =>
        Configuration.Resolve(Hosts.Azure,
            [
                Layer("an app setting", ("openai_api_key", "sk-1"), ("proxy", "http://u:p%40w@h:1"),
                    ("sponsorblock_url", "https://u:password@h/"), ("llm_base_url", "https://h/v1")),
            ])
            .Secrets().Where(secret => secret.Length > 0)
            .ShouldBe(["sk-1", "http://u:p%40w@h:1", "p%40w", "p@w"], ignoreOrder: true);

    private static Layer Layer(string origin, params (string Key, string Text)[] said) =>
        new([.. said.Select(pair => new Entry(pair.Key, pair.Text, origin))], []);
}
