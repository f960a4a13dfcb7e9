using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Providers;

namespace Yttl.Core.Speech;

/// <summary>The recognisers YTTL knows, and the choice among them.</summary>
public static class SpeechProviders
{
    public const string Auto = "auto";
    public const string Azure = "azure";
    public const string Local = "local";

    private const string ModelVariable = "YTTL_WHISPER_MODEL";

    /// <summary>The model of a server that YTTL starts: the smallest that hears more than clear English.</summary>
    private const string OwnModel = "base";

    private const int Megabyte = 1_000_000;

    /// <summary>
    /// In the order in which <c>auto</c> looks for one that is configured. Models: those that give times, see
    /// https://developers.openai.com/docs/guides/speech-to-text and https://console.groq.com/docs/speech-to-text.
    /// </summary>
    public static IReadOnlyList<SpeechProvider> Known { get; } =
    [
        new(Azure, null, null, "AZURE_OPENAI_API_KEY")
        {
            EndpointVariable = "AZURE_OPENAI_ENDPOINT", ModelVariable = ModelVariable, KeyIsOptional = true,
            ConfiguredBy = [["AZURE_OPENAI_ENDPOINT", ModelVariable]],
        },
        new("openai", new("https://api.openai.com/v1/"), "whisper-1", "OPENAI_API_KEY")
        {
            ConfiguredBy = [["OPENAI_API_KEY"]],
        },
        new("groq", new("https://api.groq.com/openai/v1/"), "whisper-large-v3-turbo", "GROQ_API_KEY")
        {
            ConfiguredBy = [["GROQ_API_KEY"]],
        },
        new(Local, null, "whisper", "YTTL_WHISPER_API_KEY")
        {
            EndpointVariable = "YTTL_WHISPER_BASE_URL", ModelVariable = ModelVariable, KeyIsOptional = true,
            ConfiguredBy = [["YTTL_WHISPER_BASE_URL"], [ModelVariable], ["YTTL_WHISPER_SERVER"]],
        },
    ];

    /// <summary>Every text that <c>--whisper-provider</c> takes.</summary>
    public static IReadOnlyList<string> Names { get; } = [Auto, .. Known.Select(provider => provider.Name)];

    public static SpeechProvider? Find(string name) =>
        Known.FirstOrDefault(provider => provider.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Chooses a recogniser and says how it is reached, with 2 calls at once and <see cref="RetrySettings.Default"/>
    /// but for its time-out. <c>auto</c> takes the first configured of azure, openai, groq and local; local counts as
    /// configured with an address, a model or a server program (<c>YTTL_WHISPER_SERVER</c>). With an address of the
    /// user's own <c>auto</c> means <c>local</c>: a key goes to another address than its provider's only when both are
    /// named.
    /// </summary>
    /// <param name="baseUrl">Overrides the provider's address; null for none.</param>
    /// <param name="model">Overrides the provider's model; null for none.</param>
    /// <param name="readEnvironment">The value of an environment variable, or null.</param>
    /// <returns>Null for <c>auto</c> where nothing is configured.</returns>
    /// <exception cref="YttlException">
    /// <c>speech.provider-unknown</c>, <c>speech.key-missing</c>, <c>speech.key-malformed</c>,
    /// <c>speech.address-missing</c>, <c>speech.address-malformed</c>, <c>speech.name-missing</c>.
    /// </exception>
    public static SpeechSettings? Choose(
        string provider, string? baseUrl, string? model, Func<string, string?> readEnvironment)
    {
        string? Read(string? variable) => variable is null ? null : ProviderText.NullIfBlank(readEnvironment(variable));

        var name = provider.Trim();
        var chosen = !name.Equals(Auto, StringComparison.OrdinalIgnoreCase)
            ? Find(name) ?? throw SpeechChoiceFailures.Unknown(name)
            : ProviderText.NullIfBlank(baseUrl) is not null ? Find(Local) : FirstConfigured(ProviderText.NullIfBlank(model), Read);
        if (chosen is null)
            return null;
        var address = SpeechAddress.Of(chosen, ProviderText.NullIfBlank(baseUrl) ?? Read(chosen.EndpointVariable));
        return new SpeechSettings(
            chosen.Name,
            address,
            ProviderText.NullIfBlank(model) ?? Read(chosen.ModelVariable) ?? (address is null && chosen.Name == Local ? OwnModel : chosen.Model)
                ?? throw SpeechChoiceFailures.NoModel(chosen),
            Key(chosen, Read(chosen.KeyVariable)),
            MaxConcurrent: 2,
            address is null ? OwnServer : RetrySettings.Default with { AttemptTimeout = Ingress });
    }

    /// <summary>OpenAI's gpt-4o models refuse verbose JSON, and with it times.</summary>
    internal static bool GivesNoTimes(string model) =>
        model.Contains("gpt-4o", StringComparison.OrdinalIgnoreCase)
        && model.Contains("transcribe", StringComparison.OrdinalIgnoreCase);

    internal static SpeechEncoding EncodingOf(string provider) =>
        provider == Local ? SpeechEncoding.Wav : SpeechEncoding.Opus;

    // A call through a container ingress ends after 240 seconds: an upload is as long as even a recogniser that is no
    // faster than speech takes in that time, and longer where a provider is known to be many times faster.
    internal static readonly TimeSpan Ingress = TimeSpan.FromSeconds(240);

    // No ingress stands before a server of our own, and a large model on few cores is slower than speech.
    private static readonly RetrySettings OwnServer = RetrySettings.Default with
    {
        AttemptTimeout = TimeSpan.FromHours(1), CallTimeout = TimeSpan.FromHours(4),
    };

    /// <remarks>
    /// Limits: 25 MB an upload and, for the gpt-4o models, 1,400 s (their times are approximate, so they get one
    /// window). Costs are relative to each other; they shape a plan and promise nothing.
    /// </remarks>
    internal static RecognizerProfile ProfileOf(SpeechSettings settings)
    {
        var bytesPerSecond = ChunkEncoder.MostBytesPerSecond(settings.Encoding);
        var profile = settings.Provider switch
        {
            "openai" or Azure => new RecognizerProfile(
                25 * Megabyte, TimeSpan.FromSeconds(1400), bytesPerSecond, Seconds(1.0), Seconds(0.9), 16_000),
            "groq" => new RecognizerProfile(
                25 * Megabyte, TimeSpan.FromSeconds(1400), bytesPerSecond, Seconds(0.5), Seconds(0.2), 16_000),
            _ when settings.BaseUrl is not null => new RecognizerProfile(
                25 * Megabyte, Ingress, bytesPerSecond, Seconds(0.2), Seconds(4), 100_000),
            _ => new RecognizerProfile(
                100 * Megabyte, TimeSpan.FromMinutes(20), bytesPerSecond, Seconds(0.1), Seconds(6), 200_000),
        };
        return settings.GivesNoTimes ? profile with { MaxLength = RecognizerProfile.Window } : profile;
    }

    private static SpeechProvider? FirstConfigured(string? model, Func<string?, string?> read)
    {
        bool IsSet(string variable) => (variable == ModelVariable && model is not null) || read(variable) is not null;

        return Known.FirstOrDefault(known => known.ConfiguredBy.Any(together => together.All(IsSet)));
    }

    private static string? Key(SpeechProvider provider, string? key)
    {
        if (key is null && !provider.KeyIsOptional)
            throw SpeechChoiceFailures.NoKey(provider);
        return key is not null && !ProviderText.IsKey(key)
            ? throw SpeechChoiceFailures.MalformedKey(provider)
            : key;
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
