using Yttl.Core.Providers;

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
        return ProviderText.Address(given, provider.Name == SpeechProviders.Azure)
            ?? throw SpeechChoiceFailures.MalformedAddress(provider);
    }
}
