using System.Security.Cryptography;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Providers;
using Yttl.Core.Sources.Files;

namespace Yttl.Core.Speech;

/// <inheritdoc/>
public sealed record SpeechSettings(
    string Provider, Uri? BaseUrl, string Model, string? ApiKey, int MaxConcurrent, RetrySettings Retry)
    : ProviderSettings(Provider, BaseUrl, Model, ApiKey, MaxConcurrent, Retry)
{
    /// <summary>
    /// Whether it answers in plain text only, without times: OpenAI's gpt-4o models refuse verbose JSON, and with it times.
    /// </summary>
    public bool GivesNoTimes => Model.Contains("gpt-4o", StringComparison.OrdinalIgnoreCase)
        && Model.Contains("transcribe", StringComparison.OrdinalIgnoreCase);

    /// <summary>How uploads are packed for it.</summary>
    public SpeechEncoding Encoding => Offer.Encoding;

    /// <summary>What a planner has to know of it. Times that are approximate are spread over one window at most.</summary>
    public RecognizerProfile Profile => new(
        Offer.MaxBytes,
        GivesNoTimes ? RecognizerProfile.Window : Offer.MaxLength,
        ChunkEncoder.MostBytesPerSecond(Encoding),
        Offer.CallOverhead,
        Offer.WindowCost,
        Offer.MemoryPerSecond);

    /// <summary>Looks at the model where that is a file: another file at the same path is another model.</summary>
    public SpeechModel Identity => new(Provider, Model) { Revision = Revision() };

    internal override ProviderCapability Capability => ProviderCapability.Speech;

    private SpeechOffer Offer => Row.Speech ?? new SpeechOffer(Model);

    /// <summary>
    /// Chooses a recogniser and says how it is reached. <c>auto</c> takes the first of the table that is configured; local
    /// counts as configured with an address, a model or a server program (<c>YTTL_WHISPER_SERVER</c>). With an address of
    /// the user's own <c>auto</c> means <c>local</c>: a key goes to another address than its provider's only when both are
    /// named. <c>local</c> without an address is a server that YTTL starts.
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
        var choice = new ProviderChoice(ProviderCapability.Speech, baseUrl, model, readEnvironment);
        var own = choice.LocalModel;
        var ownIsConfigured = own is not null || choice.Read("YTTL_WHISPER_SERVER") is not null;
        if (choice.Make(provider.Trim(), own ?? ProviderTable.OwnServer.Speech!.Model, ownIsConfigured) is not { } chosen)
            return null;
        var offer = chosen.Provider.Speech!;
        return new SpeechSettings(
            chosen.Provider.Name, chosen.BaseUrl, chosen.Model, chosen.ApiKey, offer.MaxConcurrent, offer.Retry);
    }

    private string? Revision() => BaseUrl switch
    {
        null => File.Exists(Model) ? FileContent.Revision(Model) : null,
        _ when BaseUrl != Row.BaseUrl =>
            Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(BaseUrl.AbsoluteUri))),
        _ => null,
    };
}
