namespace Yttl.Core.Speech;

/// <summary>
/// The address a recogniser's client is given: absolute, http or https, with the final slash that relative paths need.
/// </summary>
internal static class SpeechAddress
{
    /// <returns>Null for <c>local</c> without an address: YTTL starts the server itself.</returns>
    public static Uri? Of(SpeechProvider provider, string? given)
    {
        if (given is null)
            return provider.BaseUrl
                ?? (provider.Name == SpeechProviders.Local ? null : throw SpeechChoiceFailures.NoAddress(provider));
        if (!Uri.TryCreate(given.TrimEnd('/') + "/", UriKind.Absolute, out var address) || !IsPlainHttp(address))
            throw SpeechChoiceFailures.MalformedAddress(provider);
        // A resource's endpoint is its root; the v1 API lies under it:
        // https://learn.microsoft.com/azure/ai-foundry/openai/api-version-lifecycle
        return provider.Name == SpeechProviders.Azure && address.AbsolutePath == "/"
            ? new Uri(address, "openai/v1/")
            : address;
    }

    private static bool IsPlainHttp(Uri address) =>
        address is { Scheme: "http" or "https", UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 };
}
