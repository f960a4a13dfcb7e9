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
    private const int BytesPerSecond = 8 * 1024;

    /// <summary>
    /// Whether the model answers in plain text only, without times: OpenAI's gpt-4o models reject verbose JSON.
    /// </summary>
    public bool GivesNoTimes => Model.Contains("gpt-4o", StringComparison.OrdinalIgnoreCase)
        && Model.Contains("transcribe", StringComparison.OrdinalIgnoreCase) && !NamesSpeakers;

    /// <summary>
    /// Whether the model tells voices apart, as OpenAI's <c>gpt-4o-transcribe-diarize</c> does. It has a format of its own, with
    /// times.
    /// </summary>
    public bool NamesSpeakers => Model.Contains("diarize", StringComparison.OrdinalIgnoreCase);

    /// <summary>The encoding of uploads.</summary>
    public SpeechEncoding Encoding => Offer.Encoding;

    /// <summary>The properties that a planner needs. Approximate times are spread over one window at most.</summary>
    public RecognizerProfile Profile => new(
        Offer.MaxBytes,
        GivesNoTimes ? RecognizerProfile.Window : Offer.MaxLength,
        ChunkEncoder.MostBytesPerSecond(Encoding),
        Offer.CallOverhead,
        Offer.WindowCost,
        Offer.MemoryPerSecond);

    /// <summary>
    /// Identifies the model, by its content where it is a file: another file at the same path is another model.
    /// </summary>
    public SpeechModel Identity => new(Provider, Model) { Revision = Revision() };

    internal override ProviderCapability Capability => ProviderCapability.Speech;

    /// <summary>
    /// A recogniser writes up to 224 tokens in a window of 30 seconds, and a server describes each in some hundred bytes.
    /// </summary>
    private protected override long LongestAnswer => (1 << 20) + (long)(Offer.MaxLength.TotalSeconds * BytesPerSecond);

    private SpeechOffer Offer => Row.Speech ?? new SpeechOffer(Model);

    /// <summary>
    /// Chooses a recogniser and its connection. <c>auto</c> selects the first configured one of the table; local counts
    /// as configured with an address, a model or a server program (<c>YTTL_WHISPER_SERVER</c>). With the user's own
    /// address <c>auto</c> means <c>local</c>: a key is sent to another address than its provider's only where both are
    /// named. <c>local</c> without an address is a server that YTTL starts.
    /// </summary>
    /// <param name="baseUrl">Overrides the provider's address. Null: no override.</param>
    /// <param name="model">Overrides the provider's model. Null: no override.</param>
    /// <param name="readEnvironment">Returns the value of an environment variable, or null.</param>
    /// <returns>Null where <c>auto</c> finds nothing configured.</returns>
    /// <exception cref="YttlException">
    /// <c>speech.provider-unknown</c>, <c>speech.key-missing</c>, <c>speech.key-malformed</c>,
    /// <c>speech.address-missing</c>, <c>speech.address-malformed</c>, <c>speech.name-missing</c>.
    /// </exception>
    public static SpeechSettings? Choose(
        string provider, string? baseUrl, string? model, Func<string, string?> readEnvironment)
    {
        var choice = new ProviderChoice(ProviderCapability.Speech, baseUrl, model, readEnvironment);
        var own = choice.LocalModel;
        const string Server = "YTTL_WHISPER_SERVER";
        var ownBy = own is not null ? "YTTL_WHISPER_MODEL" : choice.Read(Server) is not null ? Server : null;
        if (choice.Make(provider.Trim(), own ?? ProviderTable.OwnServer.Speech!.Model, ownBy) is not { } chosen)
            return null;
        var offer = chosen.Provider.Speech!;
        return new SpeechSettings(
            chosen.Provider.Name, chosen.BaseUrl, chosen.Model, chosen.ApiKey, offer.MaxConcurrent, offer.Retry)
        {
            ApiVersion = chosen.ApiVersion,
            AddressBy = chosen.AddressBy,
        };
    }

    private string? Revision() => Resource switch
    {
        null => File.Exists(Model) ? FileContent.Revision(Model) : null,
        var address when address != Row.BaseUrl =>
            Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(address.AbsoluteUri))),
        _ => null,
    };
}
