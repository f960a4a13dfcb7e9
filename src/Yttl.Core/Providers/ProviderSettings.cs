namespace Yttl.Core.Providers;

/// <summary>How one model of a provider is reached. Holds a secret: it is never stored, logged or part of a key.</summary>
/// <param name="Provider">By its name in <see cref="ProviderTable"/>.</param>
/// <param name="BaseUrl">
/// The address up to and including <c>/v1/</c>; null for a server that YTTL starts, which only <c>local</c> has.
/// </param>
/// <param name="Model">The provider's name of it; for a server that YTTL starts also a file.</param>
/// <param name="ApiKey">Null signs in with Entra ID (azure) or sends no key.</param>
/// <param name="MaxConcurrent">Calls at once, at least 1, for the whole process: exactly so many, or at most so many
/// where <see cref="FindsLimit"/>.</param>
public abstract record ProviderSettings(
    string Provider, Uri? BaseUrl, string Model, string? ApiKey, int MaxConcurrent, RetrySettings Retry)
{
    /// <summary>
    /// Whether the number of calls at once is found by itself, below <see cref="MaxConcurrent"/>: it opens at 5, or at
    /// what the provider took the last time, and follows its rejections and headers.
    /// </summary>
    public bool FindsLimit { get; init; }

    /// <summary>What the table knows of the provider; of one that is not in it, its name.</summary>
    internal Provider Row =>
        BaseUrl is null ? ProviderTable.OwnServer : Capability.Find(Provider) ?? new Provider(Provider);

    internal abstract ProviderCapability Capability { get; }

    public sealed override string ToString() =>
        BaseUrl is null ? $"{Provider} {Model}" : $"{Provider} {Model} at {BaseUrl}";
}
