using Yttl.Core.Failures;
using Yttl.Core.Providers;
using Yttl.Core.Settings;

namespace Yttl.Core.Specs.Settings;

/// <summary>
/// A folder's <c>./yttl.json</c> may come from others. It may name a server of this machine, and that server gets no key of
/// the user's: on a shared machine it may be anyone's.
/// </summary>
public sealed class KeyTrustSpecs
{
    private const string Mine = "http://127.0.0.1:8999/v1";

    public static TheoryData<string> ChatWithKeys => [.. WithKeys(ProviderCapability.Chat)];

    public static TheoryData<string> SpeechWithKeys => [.. WithKeys(ProviderCapability.Speech)];

    [Theory]
    [MemberData(nameof(ChatWithKeys))]
    public void An_address_of_the_folder_gets_no_key_for_summaries(string provider) =>
        Refused(() => Settings(
                Keys(ProviderCapability.Chat, provider),
                Folder(("llm_base_url", Mine), ("llm_provider", provider), ("llm_model", "m"))).LanguageModel(),
            "model.address-untrusted", Key(ProviderCapability.Chat, provider));

    [Theory]
    [MemberData(nameof(SpeechWithKeys))]
    public void An_address_of_the_folder_gets_no_key_for_speech(string provider) =>
        Refused(() => Settings(
                Keys(ProviderCapability.Speech, provider),
                Folder(("whisper_base_url", Mine), ("whisper_provider", provider), ("whisper_model", "m"))).Speech(),
            "speech.address-untrusted", Key(ProviderCapability.Speech, provider));

    [Fact]
    public void The_address_decides_and_not_who_named_the_provider()
    {
        Refused(
            () => Settings([User("YTTL_LLM_API_KEY", "k")], Folder(("llm_base_url", Mine))).LanguageModel(),
            "model.address-untrusted", "YTTL_LLM_API_KEY");
        Refused(
            () => Settings([User("GROQ_API_KEY", "k"), User("YTTL_LLM_PROVIDER", "groq")], Folder(("llm_base_url", Mine)))
                .LanguageModel(),
            "model.address-untrusted", "GROQ_API_KEY");
        Refused(
            () => Settings([User("YTTL_WHISPER_API_KEY", "k")], Folder(("whisper_base_url", Mine))).Speech(),
            "speech.address-untrusted", "YTTL_WHISPER_API_KEY");
    }

    [Fact]
    public void A_fallback_gets_no_key_there_either()
    {
        var settings = Settings(
            [User("OPENAI_API_KEY", "k"), User("YTTL_LLM_API_KEY", "k2"), User("YTTL_LLM_FALLBACK", "local,openai"),
                User("YTTL_LLM_PROVIDER", "extractive"), User("OPENAI_BASE_URL", Mine)],
            Folder(("llm_base_url", Mine)));
        var chosen = Settings([User("GROQ_API_KEY", "k"), User("YTTL_LLM_PROVIDER", "groq")], []).LanguageModel()!;

        Refused(() => _ = settings.LanguageModelFallbacks(chosen).ToList(), "model.address-untrusted", "YTTL_LLM_API_KEY");
    }

    [Fact]
    public void A_sign_in_is_a_key() =>
        Refused(
            () => Settings(
                [], Folder(("llm_base_url", "https://localhost/openai/v1"), ("llm_provider", "azure"), ("llm_model", "m")))
                .LanguageModel(),
            "model.address-untrusted", "Entra ID");

    [Fact]
    public void The_message_names_the_file_the_address_and_what_to_do() =>
        Should.Throw<YttlException>(() => Settings(
                [User("OPENAI_API_KEY", "sk-1")], Folder(("llm_base_url", Mine), ("llm_provider", "openai"))).LanguageModel())
            .Message.ShouldBe(
                $"OPENAI_API_KEY is not sent to {Mine}: ./yttl.json names this address, and may come from others. "
                + $"Where you trust it, give --llm-base-url {Mine}; else remove llm_base_url from the file");

    [Fact]
    public void The_users_own_address_gets_the_key_whatever_the_folder_says()
    {
        var settings = Settings(
            [User("OPENAI_API_KEY", "k"), User("YTTL_LLM_BASE_URL", Mine)],
            Folder(("llm_base_url", "http://127.0.0.1:1/v1"), ("llm_provider", "openai")));

        settings.LanguageModel()!.ApiKey.ShouldBe("k");
        settings.LanguageModel()!.BaseUrl!.Port.ShouldBe(8999);
    }

    [Fact]
    public void A_providers_own_address_gets_its_key_where_the_folder_names_the_provider() =>
        Settings([User("GROQ_API_KEY", "k"), User("OPENAI_API_KEY", "o")], Folder(("llm_provider", "groq")))
            .LanguageModel()!.ApiKey.ShouldBe("k");

    [Fact]
    public void A_server_of_the_folder_that_needs_no_key_works() =>
        Settings([User("OPENAI_API_KEY", "k")], Folder(("llm_base_url", Mine))).LanguageModel()!.ApiKey.ShouldBeNull();

    [Theory]
    [InlineData("http://127.0.0.1:9/v1", true)]
    [InlineData("http://[::1]:9/v1", true)]
    [InlineData("http://localhost:9/v1", true)]
    [InlineData("http://127.1:9/v1", true)]
    [InlineData("http://localhost.example:9/v1", false)]
    [InlineData("http://127.0.0.1.example/v1", false)]
    [InlineData("http://127.0.0.1@evil.test/v1", false)]
    [InlineData("http://0.0.0.0:9/v1", false)]
    public void Only_an_address_of_this_machine_comes_from_a_folder(string address, bool isTaken) =>
        SettingTable.LlmBaseUrl.TrustedFromProjectFile(address).ShouldBe(isTaken);

    private static void Refused(Action choose, string code, string named)
    {
        var failure = Should.Throw<YttlException>(choose).Failure;

        failure.Code.ShouldBe(code);
        failure.Message.ShouldContain(named);
        failure.Message.ShouldContain("./yttl.json");
    }

    private static IEnumerable<string> WithKeys(ProviderCapability capability) =>
        capability.Providers.Where(provider => provider.KeyVariable is not null).Select(provider => provider.Name);

    private static string Key(ProviderCapability capability, string provider) => capability.Find(provider)!.KeyVariable!;

    private static Entry[] Keys(ProviderCapability capability, string provider) => [User(Key(capability, provider), "sk-1")];

    private static Entry User(string variable, string text) =>
        new(SettingTable.All.First(setting => setting.Environment == variable).Key, text, variable);

    private static Entry[] Folder(params (string Key, string Text)[] values) =>
        [.. values.Select(value => new Entry(value.Key, value.Text, "./yttl.json") { FromProjectFile = true })];

    private static Configuration Settings(Entry[] user, Entry[] folder)
    {
        var settings = Configuration.Resolve(Hosts.CommandLine, [new Layer(user, []), new Layer(folder, [])]);
        settings.Problems.ShouldBeEmpty();
        return settings;
    }
}
