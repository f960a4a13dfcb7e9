using Yttl.Core.Failures;

namespace Yttl.Core.Summaries;

/// <summary>
/// The address a provider's client is given: absolute, http or https, with the final slash that relative paths need.
/// </summary>
internal static class ProviderAddress
{
    public static Uri Of(LanguageModelProvider provider, string? given)
    {
        if (given is null)
            return provider.BaseUrl ?? throw new YttlException(FailureCategory.Input, "model.address-missing",
                $"the provider {provider.Name} needs an address: set --llm-base-url or {provider.EndpointVariable}"
                + (provider.Name == LanguageModelProviders.Local ? ", such as http://127.0.0.1:11434/v1, "
                    + "or name a model for a server on this machine: --llm-model OWNER/REPO/FILE.gguf or a file" : ""));
        if (!Uri.TryCreate(given.TrimEnd('/') + "/", UriKind.Absolute, out var address) || !IsPlainHttp(address))
            throw new YttlException(FailureCategory.Input, "model.address-malformed",
                $"the address of the provider {provider.Name} is not a plain http or https address "
                + "such as https://host/v1: correct --llm-base-url"
                + (provider.EndpointVariable is { } variable ? $" or {variable}" : ""));
        // A resource's endpoint is its root; the v1 API lies under it:
        // https://learn.microsoft.com/azure/ai-foundry/openai/api-version-lifecycle
        return provider.Name == LanguageModelProviders.Azure && address.AbsolutePath == "/"
            ? new Uri(address, "openai/v1/")
            : address;
    }

    private static bool IsPlainHttp(Uri address) =>
        address is { Scheme: "http" or "https", UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 };
}
