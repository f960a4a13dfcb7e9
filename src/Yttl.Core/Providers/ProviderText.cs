namespace Yttl.Core.Providers;

/// <summary>What a user gives of a provider, read alike for every kind of model.</summary>
internal static class ProviderText
{
    /// <summary>
    /// An address: absolute, http or https, with the final slash that relative paths need, and nothing that is no part
    /// of a place.
    /// </summary>
    /// <param name="isAzure">
    /// A resource's endpoint is its root; the v1 API lies under it:
    /// https://learn.microsoft.com/azure/ai-foundry/openai/api-version-lifecycle
    /// </param>
    /// <returns>Null for anything else.</returns>
    public static Uri? Address(string given, bool isAzure)
    {
        if (!Uri.TryCreate(given.TrimEnd('/') + "/", UriKind.Absolute, out var address) || !IsPlainHttp(address))
            return null;
        return isAzure && address.AbsolutePath == "/" ? new Uri(address, "openai/v1/") : address;
    }

    /// <summary>Whether a header can carry it. The error that says it cannot would show the key.</summary>
    public static bool IsKey(string key) => !key.Any(letter => letter is <= ' ' or > '~');

    public static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static bool IsPlainHttp(Uri address) =>
        address is { Scheme: "http" or "https", UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 };
}
