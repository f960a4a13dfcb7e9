using Yttl.Core.Failures;

namespace Yttl.Core.Summaries;

/// <summary>The address a provider's client is given: absolute, http or https, with the final slash that relative paths need.</summary>
internal static class ProviderAddress
{
    public static Uri Of(LanguageModelProvider provider, string? given)
    {
        if (given is null)
            return provider.BaseUrl ?? throw new YttlException(FailureCategory.Input, "model.address-missing",
                $"the provider {provider.Name} needs an address: set --llm-base-url or {provider.EndpointVariable}"
                + (provider.Name == LanguageModelProviders.Local ? ", such as http://127.0.0.1:11434/v1 for Ollama" : ""));
        if (!Uri.TryCreate(given.TrimEnd('/') + "/", UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")
            || address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            throw new YttlException(FailureCategory.Input, "model.address-malformed",
                $"the address of the provider {provider.Name} is not a plain http or https address such as https://host/v1: correct --llm-base-url"
                + (provider.EndpointVariable is { } variable ? $" or {variable}" : ""));
        // A resource's endpoint is its root; the v1 API lies under it:
        // https://learn.microsoft.com/azure/ai-foundry/openai/api-version-lifecycle
        return provider.Name == LanguageModelProviders.Azure && address.AbsolutePath == "/"
            ? new Uri(address, "openai/v1/")
            : address;
    }
}
