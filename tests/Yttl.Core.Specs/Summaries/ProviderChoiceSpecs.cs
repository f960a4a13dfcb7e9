using Yttl.Core.Failures;
using Yttl.Core.Providers;
using Yttl.Core.Speech;
using Yttl.Core.Summaries;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Summaries;

public sealed class ProviderChoiceSpecs
{
    [Fact]
    public void Auto_without_anything_configured_is_extractive() => Choose("auto").ShouldBeNull();

    [Fact]
    public void A_model_without_a_provider_that_could_have_it_is_refused_and_never_ignored()
    {
        var failure = Should.Throw<YttlException>(() => Choose("auto", model: "gpt-5")).Failure;

        (failure.Category, failure.Code).ShouldBe((FailureCategory.Input, "model.provider-missing"));
        failure.Message.ShouldStartWith("no provider is set up that could have the model 'gpt-5': set one of OPENAI_API_KEY, ");
        failure.Message.ShouldContain("--llm-base-url");
        Choose("auto", model: " ").ShouldBeNull();
    }

    [Fact]
    public void Extractive_is_extractive_whatever_is_configured() =>
        Choose("extractive", environment: [("OPENAI_API_KEY", "k")]).ShouldBeNull();

    [Fact]
    public void Auto_takes_the_first_configured_in_its_order()
    {
        (string, string)[] all =
        [
            ("AZURE_OPENAI_ENDPOINT", "https://r.openai.azure.com"), ("OPENAI_API_KEY", "k1"), ("GROQ_API_KEY", "k2"),
            ("HF_TOKEN", "k3"), ("YTTL_LLM_BASE_URL", "http://127.0.0.1:8080/v1"), ("ANTHROPIC_API_KEY", "k4"),
            ("GEMINI_API_KEY", "k5"), ("OPENROUTER_API_KEY", "k6"), ("MISTRAL_API_KEY", "k7"), ("DEEPSEEK_API_KEY", "k8"),
            ("OLLAMA_HOST", "127.0.0.1"),
        ];

        Enumerable.Range(0, all.Length)
            .Select(skipped => Choose("auto", model: "m", environment: all[skipped..])!.Provider)
            .ShouldBe(
                ["azure", "openai", "groq", "huggingchat", "local", "anthropic", "gemini", "openrouter", "mistral", "deepseek", "ollama"]);
    }

    [Fact]
    public void Auto_looks_at_one_provider_for_each_key() => ProviderCapability.Chat.Providers
        .Where(provider => !provider.OnlyWhenNamed).Select(provider => provider.KeyVariable ?? provider.AddressVariable)
        .ShouldBeUnique();

    [Theory]
    [InlineData("openai", "OPENAI_API_KEY", "https://api.openai.com/v1/")]
    [InlineData("chatgpt", "OPENAI_API_KEY", "https://api.openai.com/v1/")]
    [InlineData("groq", "GROQ_API_KEY", "https://api.groq.com/openai/v1/")]
    [InlineData("huggingchat", "HF_TOKEN", "https://router.huggingface.co/v1/")]
    [InlineData("anthropic", "ANTHROPIC_API_KEY", "https://api.anthropic.com/v1/")]
    [InlineData("gemini", "GEMINI_API_KEY", "https://generativelanguage.googleapis.com/v1beta/openai/")]
    [InlineData("openrouter", "OPENROUTER_API_KEY", "https://openrouter.ai/api/v1/")]
    [InlineData("mistral", "MISTRAL_API_KEY", "https://api.mistral.ai/v1/")]
    [InlineData("deepseek", "DEEPSEEK_API_KEY", "https://api.deepseek.com/v1/")]
    public void A_named_provider_brings_its_address_and_model(string provider, string variable, string address)
    {
        var settings = Choose(provider, environment: [(variable, "key-1")])!;

        settings.BaseUrl.ShouldBe(new Uri(address));
        settings.ApiKey.ShouldBe("key-1");
        settings.Model.ShouldNotBeEmpty();
        Choose(provider, model: "mine", environment: [(variable, "key-1")])!.Model.ShouldBe("mine");
    }

    [Theory]
    [InlineData("openai", "OPENAI_API_KEY")]
    [InlineData("groq", "GROQ_API_KEY")]
    [InlineData("huggingchat", "HF_TOKEN")]
    public void A_named_provider_without_its_key_says_which_variable_to_set(string provider, string variable)
    {
        var failure = Should.Throw<YttlException>(() => Choose(provider, environment: [(variable, "  ")])).Failure;

        failure.Code.ShouldBe("model.key-missing");
        failure.Category.ShouldBe(FailureCategory.Authentication);
        failure.Message.ShouldContain(variable);
    }

    [Fact]
    public void An_unknown_provider_is_an_input_failure_that_lists_the_names()
    {
        var failure = Should.Throw<YttlException>(() => Choose("bard")).Failure;

        failure.Category.ShouldBe(FailureCategory.Input);
        ProviderCapability.Chat.Names.ShouldAllBe(name => failure.Message.Contains(name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://r.openai.azure.com", null, "https://r.openai.azure.com/", "2025-04-01-preview")]
    [InlineData("https://r.openai.azure.com/", "2024-10-21", "https://r.openai.azure.com/", "2024-10-21")]
    [InlineData("https://gateway.example/azure", " ", "https://gateway.example/azure/", "2025-04-01-preview")]
    [InlineData("https://r.openai.azure.com/openai/v1", "2024-10-21", "https://r.openai.azure.com/openai/v1/", null)]
    [InlineData("https://r.services.ai.azure.com/openai/v1/", null, "https://r.services.ai.azure.com/openai/v1/", null)]
    public void Azure_is_reached_at_its_deployments_or_at_the_v1_api_that_the_address_names(
        string endpoint, string? asked, string address, string? version)
    {
        var settings = Choose("azure", environment:
        [
            ("AZURE_OPENAI_ENDPOINT", endpoint), ("AZURE_OPENAI_DEPLOYMENT", "gpt"), ("AZURE_OPENAI_API_VERSION", asked ?? ""),
        ])!;

        settings.BaseUrl.ShouldBe(new Uri(address));
        settings.ApiVersion.ShouldBe(version);
        settings.ToString().EndsWith($"api-version {version}", StringComparison.Ordinal).ShouldBe(version is not null);
        settings.Model.ShouldBe("gpt");
        settings.ApiKey.ShouldBeNull("it then signs in with Entra ID");
    }

    [Fact]
    public void An_identity_signs_in_to_Azure_over_https_only()
    {
        (string, string)[] resource = [("AZURE_OPENAI_ENDPOINT", "http://127.0.0.1:9"), ("AZURE_OPENAI_DEPLOYMENT", "gpt")];

        Should.Throw<YttlException>(() => Choose("azure", environment: resource)).Failure.Message
            .ShouldContain("AZURE_OPENAI_ENDPOINT");
        Choose("azure", environment: [.. resource, ("AZURE_OPENAI_API_KEY", "k")]).ShouldNotBeNull();
    }

    [Fact]
    public void Azure_without_a_deployment_is_not_skipped_in_silence() =>
        Should.Throw<YttlException>(() =>
            Choose("auto", environment: [("AZURE_OPENAI_ENDPOINT", "https://r.openai.azure.com"), ("OPENAI_API_KEY", "k")]))
            .Failure.Code.ShouldBe("model.name-missing");

    [Fact]
    public void An_address_of_ones_own_never_gets_a_providers_key_by_itself()
    {
        var settings = Choose("auto", "http://127.0.0.1:11434/v1", environment: [("OPENAI_API_KEY", "secret")])!;

        settings.Provider.ShouldBe("local");
        settings.BaseUrl.ShouldBe(new Uri("http://127.0.0.1:11434/v1/"));
        settings.ApiKey.ShouldBeNull();
        Choose("openai", "https://gateway.example/v1", environment: [("OPENAI_API_KEY", "secret")])!.ApiKey.ShouldBe("secret");
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("chatgpt")]
    public void The_address_of_OpenAIs_own_clients_is_called_with_their_key(string provider)
    {
        (string, string)[] set = [("OPENAI_API_KEY", "k"), ("OPENAI_BASE_URL", "https://gateway.example/v1")];

        var settings = Choose(provider, environment: set)!;

        (settings.BaseUrl, settings.ApiKey).ShouldBe((new Uri("https://gateway.example/v1/"), "k"));
        Choose(provider, "https://other.example/v1", environment: set)!.BaseUrl.ShouldBe(new Uri("https://other.example/v1/"));
        Choose("groq", environment: [.. set, ("GROQ_API_KEY", "g")])!.BaseUrl!.Host.ShouldBe("api.groq.com");
    }

    [Fact]
    public void The_address_of_OpenAIs_own_clients_without_a_key_is_not_skipped_in_silence()
    {
        (string, string)[] set = [("OPENAI_BASE_URL", "http://127.0.0.1:1234/v1"), ("GROQ_API_KEY", "g")];

        Should.Throw<YttlException>(() => Choose("auto", environment: set)).Failure.Message
            .ShouldContain("OPENAI_API_KEY (any text where the server at http://127.0.0.1:1234/v1 needs none)");
        SpeechSettings.Choose("auto", null, null, name => set.FirstOrDefault(pair => pair.Item1 == name).Item2)!
            .Provider.ShouldBe("groq", "a server for language models may have no speech recognition");
    }

    [Theory]
    [InlineData("127.0.0.1", "http://127.0.0.1:11434/v1/")]
    [InlineData("127.0.0.1:8080", "http://127.0.0.1:8080/v1/")]
    [InlineData(":8080", "http://127.0.0.1:8080/v1/")]
    [InlineData("0.0.0.0", "http://127.0.0.1:11434/v1/")]
    [InlineData("http://0.0.0.0:8080", "http://127.0.0.1:8080/v1/")]
    [InlineData("[::]:8080", "http://[::1]:8080/v1/")]
    [InlineData("::1", "http://[::1]:11434/v1/")]
    [InlineData("box", "http://box:11434/v1/")]
    [InlineData("box:notaport", "http://box:11434/v1/")]
    [InlineData("http://box", "http://box/v1/")]
    [InlineData("https://box", "https://box/v1/")]
    [InlineData("https://box/ollama/", "https://box/ollama/v1/")]
    [InlineData("http://box:11434/v1", "http://box:11434/v1/")]
    [InlineData("ollama.com", "https://ollama.com/v1/")]
    [InlineData("\"box\"", "http://box:11434/v1/")]
    public void Ollamas_host_is_read_as_Ollama_reads_it(string host, string address)
    {
        var settings = Choose("auto", model: "llama3.2", environment: [("OLLAMA_HOST", host)])!;

        settings.Provider.ShouldBe("ollama");
        settings.BaseUrl.ShouldBe(new Uri(address));
        (settings.Model, settings.ApiKey).ShouldBe(("llama3.2", null));
    }

    [Theory]
    [InlineData("ftp://box")]
    [InlineData("http://user:secret@box")]
    [InlineData("a b")]
    public void A_host_that_is_none_is_said_without_repeating_it(string host) =>
        Should.Throw<YttlException>(() => Choose("ollama", model: "m", environment: [("OLLAMA_HOST", host)])).Failure
            .ShouldSatisfyAllConditions(
                failure => failure.Code.ShouldBe("model.address-malformed"),
                failure => failure.Message.ShouldContain("OLLAMA_HOST"),
                failure => failure.Message.ShouldNotContain("secret"));

    [Fact]
    public void Ollama_needs_the_name_of_a_model_and_no_host()
    {
        Choose("ollama", model: "m")!.BaseUrl.ShouldBe(new Uri("http://127.0.0.1:11434/v1/"));
        Should.Throw<YttlException>(() => Choose("ollama")).Failure.Message.ShouldContain("ollama list");
    }

    [Theory]
    [InlineData("command")]
    [InlineData("auto")]
    public void A_program_of_the_users_is_split_as_a_shell_does_and_named_by_itself(string provider)
    {
        (string, string)[] set =
            [("OPENAI_API_KEY", "k"), ("YTTL_LLM_COMMAND", "/opt/my\\ tools/claude -p --system-prompt 'be brief' --tools \"\"")];

        var settings = Choose(provider, model: "gpt-x", environment: set)!;

        settings.Command.ShouldBe(["/opt/my tools/claude", "-p", "--system-prompt", "be brief", "--tools", ""]);
        (settings.Provider, settings.BaseUrl, settings.Model, settings.ApiKey).ShouldBe(("command", null, "claude", null));
        settings.IsOwnServer.ShouldBeFalse();
        settings.ToString().ShouldBe("command claude");
    }

    [Fact]
    public void Other_arguments_of_a_program_are_another_model()
    {
        static string? RevisionOf(string command) =>
            Choose("command", environment: [("YTTL_LLM_COMMAND", command)])!.Revision;

        RevisionOf("llm -m a").ShouldBe(RevisionOf(" llm  -m 'a'"));
        RevisionOf("llm -m a").ShouldNotBe(RevisionOf("llm -m b"));
        RevisionOf("llm '-m a'").ShouldNotBe(RevisionOf("llm -m a"));
    }

    [Theory]
    [InlineData("", "model.command-missing")]
    [InlineData("claude 'p", "model.command-malformed")]
    [InlineData("''", "model.command-malformed")]
    public void A_program_that_is_missing_or_has_an_open_quote_says_what_to_set(string command, string code) =>
        Should.Throw<YttlException>(() => Choose("command", environment: [("YTTL_LLM_COMMAND", command)])).Failure
            .ShouldSatisfyAllConditions(
                failure => failure.Code.ShouldBe(code),
                failure => failure.Message.ShouldContain("--llm-command"));

    [Fact]
    public void Local_needs_an_address() =>
        Should.Throw<YttlException>(() => Choose("local")).Failure.Message.ShouldContain("--llm-base-url");

    [Theory]
    [InlineData("/models/m.gguf", null, null, "/models/m.gguf")]
    [InlineData("o/r/m.GGUF", "other/repo", "n.gguf", "o/r/m.GGUF")]
    [InlineData(null, null, "n.gguf", "n.gguf")]
    [InlineData(null, "o/r", "n.gguf", "o/r/n.gguf")]
    [InlineData("gpt-x", "o/r/", "n.gguf", "o/r/n.gguf")]
    public void A_model_file_without_an_address_is_run_by_us_and_taken_by_auto_when_nothing_is_before_it(
        string? model, string? repo, string? file, string expected)
    {
        (string, string)[] set = [("YTTL_LOCAL_MODEL_REPO", repo ?? ""), ("YTTL_LOCAL_MODEL_FILE", file ?? "")];

        foreach (var provider in (string[])["local", "auto"])
        {
            var settings = Choose(provider, model: model, environment: set)!;
            (settings.Provider, settings.BaseUrl, settings.Model, settings.ApiKey).ShouldBe(("local", null, expected, null));
            settings.Retry.Validated().AttemptTimeout.ShouldBe(TimeSpan.FromHours(1));
        }

        Choose("auto", model: model, environment: [.. set, ("HF_TOKEN", "k")])!.Provider.ShouldBe("huggingchat");
        Choose("auto", "http://127.0.0.1:8080/v1", model, set)!.BaseUrl.ShouldNotBeNull();
    }

    [Fact]
    public void Another_model_file_at_the_same_path_is_another_model()
    {
        using var folder = new TempFolder();
        var settings = Choose("local", model: folder.Write("m.gguf", "one"))!;
        var before = settings.Revision.ShouldNotBeNull();

        settings.Revision.ShouldBe(before);
        folder.Write("m.gguf", "two");
        settings.Revision.ShouldNotBe(before);
        Choose("local", model: "o/r/m.gguf")!.Revision.ShouldBeNull();
    }

    [Theory]
    [InlineData("o/r", "")]
    [InlineData("", "readme.md")]
    [InlineData("o/r", "readme.md")]
    public void A_repository_without_a_models_file_says_what_to_name(string repo, string file) =>
        Should.Throw<YttlException>(() => Choose(
                "local", environment: [("YTTL_LOCAL_MODEL_REPO", repo), ("YTTL_LOCAL_MODEL_FILE", file)]))
            .Failure.ShouldSatisfyAllConditions(
                failure => failure.Code.ShouldBe("model.name-missing"),
                failure => failure.Message.ShouldContain("--local-model-file"));

    [Fact]
    public void A_name_that_is_no_file_of_a_model_needs_an_address() =>
        Should.Throw<YttlException>(() => Choose("local", model: "llama3.2")).Failure.Code.ShouldBe("model.address-missing");

    [Theory]
    [InlineData("not an address")]
    [InlineData("ftp://host/v1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:password@host/v1")]
    [InlineData("https://host/v1?x=1")]
    public void An_address_must_be_plain_http_and_is_not_repeated(string address)
    {
        var failure = Should.Throw<YttlException>(() => Choose("local", address)).Failure;

        failure.Code.ShouldBe("model.address-malformed");
        failure.Message.ShouldNotContain("password");
    }

    [Fact]
    public void A_key_that_no_header_can_carry_is_refused_without_showing_it()
    {
        var failure = Should.Throw<YttlException>(() => Choose("openai", environment: [("OPENAI_API_KEY", "sk-1\nx: y")])).Failure;

        failure.Code.ShouldBe("model.key-malformed");
        failure.Message.ShouldNotContain("sk-1");
    }

    [Fact]
    public void Settings_never_print_their_key() =>
        Choose("openai", environment: [("OPENAI_API_KEY", "sk-secret")])!.ToString().ShouldNotContain("sk-secret");

    private static LanguageModelSettings? Choose(
        string provider, string? baseUrl = null, string? model = null, params (string Name, string Value)[] environment) =>
        LanguageModelSettings.Choose(
            provider, baseUrl, model, name => environment.Where(pair => pair.Name == name).Select(pair => pair.Value).FirstOrDefault());
}
