using Yttl.Core.Failures;
using Yttl.Core.Providers;

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
        return ProviderText.Address(given, provider.Name == LanguageModelProviders.Azure)
            ?? throw new YttlException(FailureCategory.Input, "model.address-malformed",
                $"the address of the provider {provider.Name} is not a plain http or https address "
                + "such as https://host/v1: correct --llm-base-url"
                + (provider.EndpointVariable is { } variable ? $" or {variable}" : ""));
    }
}
