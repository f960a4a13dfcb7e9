using Yttl.Core.Providers;

namespace Yttl.Core.Performance;

/// <summary>The company behind a provider's name, for prices.</summary>
internal static class Vendor
{
    /// <summary>ChatGPT's models are called through OpenAI's API. Every other provider is its own vendor.</summary>
    public static string Find(string provider) => ProviderTable.Find(provider)?.Vendor ?? provider;

    /// <summary>A server that the user runs, without a charge unless the user sets a price.</summary>
    public static bool IsLocal(string provider) => provider is ProviderTable.Local or ProviderTable.Ollama;

    /// <summary>Whether a text such as <c>openai/gpt-oss-120b</c> begins with the name of a provider.</summary>
    public static bool Begins(string name) =>
        name.IndexOf('/') is > 0 and var slash && ProviderTable.Find(name[..slash]) is not null;
}
