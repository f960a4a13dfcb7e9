using Yttl.Core.Providers;
using Yttl.Core.Sources.Files;

namespace Yttl.Core.Summaries;

/// <summary>How a provider is reached. Holds a secret: it is never stored, logged or part of a key.</summary>
/// <param name="Provider"><c>openai</c>, <c>azure</c>, <c>groq</c>, <c>chatgpt</c>, <c>huggingchat</c>,
/// <c>local</c>.</param>
/// <param name="BaseUrl">
/// The address up to and including <c>/v1/</c>; null for a server that YTTL starts itself, which only <c>local</c> has.
/// </param>
/// <param name="Model">The provider's name of it; for a server of ours a path or <c>OWNER/REPO/FILE</c>.</param>
/// <param name="ApiKey">Null signs in with Entra ID (azure) or sends no key (local).</param>
/// <param name="MaxConcurrent">Calls at once, at least 1, for the whole process: exactly so many, or at most so many
/// where <see cref="FindsLimit"/>.</param>
public sealed record LanguageModelSettings(
    string Provider, Uri? BaseUrl, string Model, string? ApiKey, int MaxConcurrent, RetrySettings Retry)
{
    /// <summary>The most calls at once where the provider's limit is found.</summary>
    public const int Ceiling = 64;

    /// <summary>
    /// Whether the number of calls at once is found by itself, below <see cref="MaxConcurrent"/>: it opens at 5, or at
    /// what the provider took the last time, and follows its rejections and headers.
    /// </summary>
    public bool FindsLimit { get; init; }

    /// <summary>
    /// The most tokens of transcript to send in one prompt (see <see cref="TokenEstimate"/>); what is longer is split
    /// and merged.
    /// </summary>
    public int InputTokens { get; init; } = 24_000;

    /// <summary>
    /// Tells another file at the same path from this one, where the model is a file; null for any other model.
    /// </summary>
    public string? Revision => BaseUrl is null && File.Exists(Model) ? FileContent.Revision(Model) : null;

    public override string ToString() => BaseUrl is null ? $"{Provider} {Model}" : $"{Provider} {Model} at {BaseUrl}";
}
