using Yttl.Core.Providers;
using Yttl.Core.Failures;

namespace Yttl.Core.Summaries;

/// <summary>The providers YTTL knows, and the choice among them.</summary>
public static class LanguageModelProviders
{
    public const string Auto = "auto";
    public const string Extractive = "extractive";
    public const string Azure = "azure";
    public const string Local = "local";
    public const string ChatGpt = "chatgpt";

    // A large model on few cores writes a word a second; there is no ingress that would cut the call.
    private static readonly RetrySettings OwnServer = RetrySettings.Default with
    {
        AttemptTimeout = TimeSpan.FromHours(1), CallTimeout = TimeSpan.FromHours(4),
    };

    private static readonly Uri OpenAi = new("https://api.openai.com/v1/");

    /// <summary>
    /// In the order in which <c>auto</c> looks for one that is configured. Models: small and current at the time of
    /// writing, see https://developers.openai.com/docs/models and https://console.groq.com/docs/models.
    /// Input budgets: <c>local</c> stays under Ollama's default context of 4,096 tokens, which it enforces by cutting
    /// the prompt in silence; <c>groq</c> under the 8,000 tokens a minute of its free tier.
    /// </summary>
    public static IReadOnlyList<LanguageModelProvider> Known { get; } =
    [
        new(Azure, null, null, "AZURE_OPENAI_API_KEY", 24_000)
        {
            EndpointVariable = "AZURE_OPENAI_ENDPOINT", ModelVariable = "AZURE_OPENAI_DEPLOYMENT", KeyIsOptional = true,
        },
        new("openai", OpenAi, "gpt-5.4-mini", "OPENAI_API_KEY", 24_000),
        new("groq", new("https://api.groq.com/openai/v1/"), "openai/gpt-oss-120b", "GROQ_API_KEY", 5_000),
        new("huggingchat", new("https://router.huggingface.co/v1/"), "openai/gpt-oss-120b", "HF_TOKEN", 24_000),
        new(Local, null, "default", "YTTL_LLM_API_KEY", 2_500)
        {
            EndpointVariable = "YTTL_LLM_BASE_URL", ModelVariable = "YTTL_LLM_MODEL", KeyIsOptional = true,
        },
        new(ChatGpt, OpenAi, "gpt-5.3-chat-latest", "OPENAI_API_KEY", 24_000) { OnlyWhenNamed = true },
    ];

    /// <summary>Every text that <c>--llm-provider</c> takes.</summary>
    public static IReadOnlyList<string> Names { get; } = [Auto, .. Known.Select(provider => provider.Name), Extractive];

    public static LanguageModelProvider? Find(string name) =>
        Known.FirstOrDefault(provider => provider.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Chooses a provider and says how it is reached, with 5 calls at once and <see cref="RetrySettings.Default"/>.
    /// <c>auto</c> takes the first configured of azure, openai, groq, huggingchat and local. With an address of the
    /// user's own <c>auto</c> means <c>local</c>: a key goes to another address than its provider's only when both
    /// are named. <c>local</c> without an address but with a model (<paramref name="model"/> ending in
    /// <c>.gguf</c>, or <c>YTTL_LOCAL_MODEL_FILE</c> and <c>YTTL_LOCAL_MODEL_REPO</c>) is a server of our own, with 2 calls at once and time
    /// for a slow machine.
    /// </summary>
    /// <param name="baseUrl">Overrides the provider's address; null for none.</param>
    /// <param name="model">Overrides the provider's model; null for none.</param>
    /// <param name="readEnvironment">The value of an environment variable, or null.</param>
    /// <returns>Null for the extractive summariser: asked for, or nothing else is configured.</returns>
    /// <exception cref="YttlException">
    /// <c>model.provider-unknown</c>, <c>model.key-missing</c>, <c>model.key-malformed</c>,
    /// <c>model.address-missing</c>, <c>model.address-malformed</c>, <c>model.name-missing</c>.
    /// </exception>
    public static LanguageModelSettings? Choose(
        string provider, string? baseUrl, string? model, Func<string, string?> readEnvironment)
    {
        string? Read(string? variable) => variable is null ? null : ProviderText.NullIfBlank(readEnvironment(variable));

        var name = provider.Trim();
        if (name.Equals(Extractive, StringComparison.OrdinalIgnoreCase))
            return null;
        var own = OwnModel.Of(ProviderText.NullIfBlank(model) ?? Read(Find(Local)!.ModelVariable), Read);
        var chosen = !name.Equals(Auto, StringComparison.OrdinalIgnoreCase) ? Find(name) ?? throw Unknown(name)
            : ProviderText.NullIfBlank(baseUrl) is not null ? Find(Local)
            : Known.FirstOrDefault(known => !known.OnlyWhenNamed
                && (Read(known.EndpointVariable ?? known.KeyVariable) is not null
                    || (known.Name == Local && own is not null)));
        if (chosen is null)
            return null;
        var address = ProviderText.NullIfBlank(baseUrl) ?? Read(chosen.EndpointVariable);
        if (chosen.Name == Local && address is null && own is not null)
            return new LanguageModelSettings(Local, BaseUrl: null, own, ApiKey: null, MaxConcurrent: 2, OwnServer);
        return new LanguageModelSettings(
            chosen.Name,
            ProviderAddress.Of(chosen, address),
            ProviderText.NullIfBlank(model) ?? Read(chosen.ModelVariable) ?? chosen.Model ?? throw NoModel(chosen),
            Key(chosen, Read(chosen.KeyVariable)),
            MaxConcurrent: 5,
            RetrySettings.Default) { InputTokens = chosen.InputTokens };
    }

    private static string? Key(LanguageModelProvider provider, string? key)
    {
        if (key is null && !provider.KeyIsOptional)
            throw new YttlException(FailureCategory.Authentication, "model.key-missing",
                $"the provider {provider.Name} needs a key: set {provider.KeyVariable}, "
                + "or use --llm-provider extractive, which needs none");
        if (key is not null && !ProviderText.IsKey(key))
            throw new YttlException(FailureCategory.Authentication, "model.key-malformed",
                $"{provider.KeyVariable} holds characters that no key has: set it again, without spaces or quotes");
        return key;
    }

    private static YttlException Unknown(string name) => new(FailureCategory.Input, "model.provider-unknown",
        $"'{name}' is not a provider of language models: use one of {string.Join(", ", Names)}");

    private static YttlException NoModel(LanguageModelProvider provider) => new(
        FailureCategory.Input, "model.name-missing",
        $"the provider {provider.Name} needs the name of a model: set --llm-model or {provider.ModelVariable}");
}
