using OpenAI.Chat;
using Yttl.Core.Providers;

namespace Yttl.Core.Summaries.Chat;

/// <summary>Creates the official client of one chat model.</summary>
internal static class ChatConnection
{
    public static ChatClient Open(LanguageModelSettings settings, Uri baseUrl, HttpClient http) =>
#pragma warning disable OPENAI001 // The one way to sign in with a token, or with nothing; the README recommends it.
        new(
            settings.Model,
            ProviderConnection.SignIn(settings),
            ProviderConnection.Options(baseUrl, http));
#pragma warning restore OPENAI001
}
