using System.Security.Cryptography;
using Yttl.Core.Chunking;
using Yttl.Core.Providers;
using Yttl.Core.Sources.Files;

namespace Yttl.Core.Speech;

/// <summary>How a recogniser is reached. Holds a secret: it is never stored, logged or part of a key.</summary>
/// <param name="Provider"><c>openai</c>, <c>azure</c>, <c>groq</c> or <c>local</c>.</param>
/// <param name="BaseUrl">
/// The address up to and including <c>/v1/</c>; null for servers that YTTL starts itself, which only <c>local</c> has.
/// </param>
/// <param name="ApiKey">Null signs in with Entra ID (azure) or sends no key (local).</param>
/// <param name="MaxConcurrent">Calls at once, at least 1, for the whole process.</param>
public sealed record SpeechSettings(
    string Provider, Uri? BaseUrl, string Model, string? ApiKey, int MaxConcurrent, RetrySettings Retry)
{
    /// <summary>Whether it answers in plain text only, without times.</summary>
    public bool GivesNoTimes => SpeechProviders.GivesNoTimes(Model);

    /// <summary>How uploads are packed for it.</summary>
    public SpeechEncoding Encoding => SpeechProviders.EncodingOf(Provider);

    /// <summary>What a planner has to know of it.</summary>
    public RecognizerProfile Profile => SpeechProviders.ProfileOf(this);

    /// <summary>Looks at the model where that is a file: another file at the same path is another model.</summary>
    public SpeechModel Identity => new(Provider, Model) { Revision = Revision() };

    private string? Revision() => BaseUrl switch
    {
        null => File.Exists(Model) ? FileContent.Revision(Model) : null,
        _ when BaseUrl != SpeechProviders.Find(Provider)?.BaseUrl =>
            Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(BaseUrl.AbsoluteUri))),
        _ => null,
    };

    public override string ToString() => BaseUrl is null ? $"{Provider} {Model}" : $"{Provider} {Model} at {BaseUrl}";
}
