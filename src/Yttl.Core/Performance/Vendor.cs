using Yttl.Core.Speech;
using Yttl.Core.Summaries;

namespace Yttl.Core.Performance;

/// <summary>Who is behind a provider's name, for what is named or charged by the company.</summary>
internal static class Vendor
{
    private const string OpenAi = "openai";

    /// <summary>ChatGPT's models are asked through OpenAI's API; every other provider is its own vendor.</summary>
    public static string Of(string provider) => provider is LanguageModelProviders.ChatGpt ? OpenAi : provider;

    /// <summary>A server of one's own, which nobody charges for unless its user says so.</summary>
    public static bool IsOneself(string provider) =>
        provider == LanguageModelProviders.Local || provider == SpeechProviders.Local;

    /// <summary>Whether a text such as <c>openai/gpt-oss-120b</c> begins with the name of a provider.</summary>
    public static bool Begins(string name) =>
        name.IndexOf('/') is > 0 and var slash
        && (LanguageModelProviders.Find(name[..slash]) is not null || SpeechProviders.Find(name[..slash]) is not null);
}
