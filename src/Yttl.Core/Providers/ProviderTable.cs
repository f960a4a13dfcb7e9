namespace Yttl.Core.Providers;

/// <summary>The known providers, one row each.</summary>
public static class ProviderTable
{
    /// <summary>Not a provider: selects the first configured one.</summary>
    public const string Auto = "auto";

    /// <summary>Not a provider: the speakers' own sentences, without a model.</summary>
    public const string Extractive = "extractive";

    public const string Azure = "azure";
    public const string Local = "local";
    public const string Ollama = "ollama";
    public const string Command = "command";

    /// <summary>The variable of the model of <see cref="Local"/>.</summary>
    internal const string LocalModel = "YTTL_LLM_MODEL";

    /// <summary>The variable of OpenAI's own clients for another address of the same protocol.</summary>
    private const string OpenAiAddress = "OPENAI_BASE_URL";

    /// <summary>
    /// The last version before the v1 API, which has every model and word times:
    /// https://learn.microsoft.com/azure/ai-foundry/openai/api-version-lifecycle
    /// </summary>
    internal const string AzureApiVersion = "2025-04-01-preview";

    private static readonly Uri OpenAi = new("https://api.openai.com/v1/");

    // No ingress limits it, and a large model on few cores is slower than speech, or writes a word a second.
    private static readonly RetrySettings OwnServerRetry = RetrySettings.Default with
    {
        AttemptTimeout = TimeSpan.FromHours(1), CallTimeout = TimeSpan.FromHours(4),
    };

    // An agent starts, thinks and answers; more than a few minutes are a wait for a person.
    private static readonly RetrySettings CommandRetry = RetrySettings.Default with { AttemptTimeout = TimeSpan.FromMinutes(5) };

    /// <summary>
    /// The order in which <c>auto</c> looks for a configured provider. Models: small and current, for speech those with
    /// times; see https://developers.openai.com/docs/models, https://developers.openai.com/docs/guides/speech-to-text
    /// and https://console.groq.com/docs/models. Input budgets: <c>local</c> and <c>ollama</c> stay under Ollama's default
    /// context of 4,096 tokens, beyond which Ollama cuts the prompt without a message; <c>groq</c> under the 8,000 tokens
    /// a minute of its free tier.
    /// </summary>
    public static IReadOnlyList<Provider> All { get; } =
    [
        new(Azure, null, "AZURE_OPENAI_API_KEY")
        {
            AddressVariable = "AZURE_OPENAI_ENDPOINT",
            Deployments = new(
                "AZURE_OPENAI_API_VERSION", AzureApiVersion, "https://cognitiveservices.azure.com/.default", "openai/v1/"),
            // https://github.com/openai/openai-dotnet#how-to-work-with-azure-openai
            EntraScope = "https://ai.azure.com/.default",
            KeyIsOptional = true,
            TelemetryName = "azure.ai.openai",
            Chat = new(null) { ModelVariable = "AZURE_OPENAI_DEPLOYMENT", TakesMaxCompletionTokens = true },
            Speech = new(null) { ModelVariable = "YTTL_WHISPER_MODEL", AutoNeedsModel = true },
        },
        new("openai", OpenAi, "OPENAI_API_KEY")
        {
            AddressVariable = OpenAiAddress,
            Chat = new("gpt-5.4-mini") { TakesMaxCompletionTokens = true }, Speech = new("whisper-1"),
        },
        new("groq", new("https://api.groq.com/openai/v1/"), "GROQ_API_KEY")
        {
            Chat = new("openai/gpt-oss-120b") { InputTokens = 5_000, TakesMaxCompletionTokens = true },
            Speech = new("whisper-large-v3-turbo")
            {
                CallOverhead = TimeSpan.FromSeconds(0.5), WindowCost = TimeSpan.FromSeconds(0.2),
            },
        },
        new("huggingchat", new("https://router.huggingface.co/v1/"), "HF_TOKEN") { Chat = new("openai/gpt-oss-120b") },
        // Two servers, each with its own address.
        new(Local, null, "YTTL_LLM_API_KEY")
        {
            AddressVariable = "YTTL_LLM_BASE_URL",
            KeyIsOptional = true,
            Chat = new("default") { ModelVariable = LocalModel, InputTokens = 2_500 },
        },
        new(Local, null, "YTTL_WHISPER_API_KEY")
        {
            AddressVariable = "YTTL_WHISPER_BASE_URL",
            KeyIsOptional = true,
            Speech = new("whisper")
            {
                ModelVariable = "YTTL_WHISPER_MODEL",
                Encoding = SpeechEncoding.Wav,
                MaxLength = SpeechOffer.Ingress,
                CallOverhead = TimeSpan.FromSeconds(0.2),
                WindowCost = TimeSpan.FromSeconds(4),
                MemoryPerSecond = 100_000,
            },
        },
        // https://platform.claude.com/docs/en/api/openai-sdk
        new("anthropic", new("https://api.anthropic.com/v1/"), "ANTHROPIC_API_KEY")
        {
            Chat = new("claude-haiku-4-5") { TakesMaxCompletionTokens = true },
        },
        // https://ai.google.dev/gemini-api/docs/openai
        new("gemini", new("https://generativelanguage.googleapis.com/v1beta/openai/"), "GEMINI_API_KEY")
        {
            TelemetryName = "gcp.gemini", Chat = new("gemini-3.5-flash") { TakesMaxCompletionTokens = true },
        },
        // https://openrouter.ai/docs/api-reference/overview
        new("openrouter", new("https://openrouter.ai/api/v1/"), "OPENROUTER_API_KEY") { Chat = new("openai/gpt-oss-120b") },
        // https://docs.mistral.ai/api: it rejects max_completion_tokens.
        new("mistral", new("https://api.mistral.ai/v1/"), "MISTRAL_API_KEY")
        {
            TelemetryName = "mistral_ai", Chat = new("mistral-small-latest"),
        },
        // https://api-docs.deepseek.com
        new("deepseek", new("https://api.deepseek.com/v1/"), "DEEPSEEK_API_KEY") { Chat = new("deepseek-flash") },
        // https://docs.ollama.com/api/openai-compatibility: which models it has only its user knows.
        new(Ollama, new("http://127.0.0.1:11434/v1/"))
        {
            AddressVariable = "OLLAMA_HOST",
            ReadAddress = OllamaAddress.Read,
            KeyIsOptional = true,
            Chat = new(null) { InputTokens = 2_500 },
        },
        new("chatgpt", OpenAi, "OPENAI_API_KEY")
        {
            AddressVariable = OpenAiAddress,
            OnlyWhenNamed = true,
            Vendor = "openai",
            Chat = new("gpt-5.3-chat-latest") { TakesMaxCompletionTokens = true },
        },
        new(Command)
        {
            CommandVariable = "YTTL_LLM_COMMAND",
            OnlyWhenNamed = true,
            KeyIsOptional = true,
            Chat = new(null) { MaxConcurrent = 2, Retry = CommandRetry },
        },
    ];

    /// <summary><see cref="Local"/> without an address: a server that YTTL starts.</summary>
    public static Provider OwnServer { get; } = new(Local)
    {
        Chat = new(null) { MaxConcurrent = 2, Retry = OwnServerRetry },
        // The smallest model that recognises more than clear English.
        Speech = new("base")
        {
            Retry = OwnServerRetry,
            Encoding = SpeechEncoding.Wav,
            MaxBytes = 100_000_000,
            MaxLength = TimeSpan.FromMinutes(20),
            CallOverhead = TimeSpan.FromSeconds(0.1),
            WindowCost = TimeSpan.FromSeconds(6),
            MemoryPerSecond = 200_000,
        },
    };

    /// <summary>The environment variables of all keys.</summary>
    public static IReadOnlyList<string> KeyVariables { get; } =
        [.. All.Select(provider => provider.KeyVariable).OfType<string>().Distinct()];

    /// <summary>Finds the first provider of that name, with any capability.</summary>
    /// <param name="name">In any case.</param>
    public static Provider? Find(string name) =>
        All.FirstOrDefault(provider => provider.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The language models behind an address: those of the row with its host and port, under any name; else those of the named
    /// provider where its address is the user's. Null where neither is known.
    /// </summary>
    public static ChatOffer? FindChat(string name, Uri? address) =>
        (All.FirstOrDefault(provider => provider is { Chat: not null, BaseUrl: { } known } && known.Authority == address?.Authority)
            ?? All.FirstOrDefault(provider => provider is { Chat: not null, BaseUrl: null } && provider.Name == name))?.Chat;
}
