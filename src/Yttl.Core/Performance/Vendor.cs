using Yttl.Core.Providers;

namespace Yttl.Core.Performance;

/// <summary>Who is behind a provider's name, for what is charged by the company.</summary>
internal static class Vendor
{
    /// <summary>ChatGPT's models are asked through OpenAI's API; every other provider is its own vendor.</summary>
    public static string Find(string provider) => ProviderTable.Find(provider)?.Vendor ?? provider;

    /// <summary>A server of one's own, which nobody charges for unless its user says so.</summary>
    public static bool IsOneself(string provider) => provider == ProviderTable.Local;

    /// <summary>Whether a text such as <c>openai/gpt-oss-120b</c> begins with the name of a provider.</summary>
    public static bool Begins(string name) =>
        name.IndexOf('/') is > 0 and var slash && ProviderTable.Find(name[..slash]) is not null;
}
