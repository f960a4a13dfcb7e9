namespace Yttl.Cli.Settings;

internal static class ProviderNames
{
    public const string Extractive = "extractive";

    public static readonly IReadOnlyList<string> All =
        ["auto", "openai", "azure", "groq", "chatgpt", "huggingchat", "local", Extractive];
}
