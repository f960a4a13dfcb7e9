using System.Security.Cryptography;
using System.Text;
using Yttl.Core.Failures;
using Yttl.Core.Providers;
using Yttl.Core.Sources.Files;

namespace Yttl.Core.Summaries;

/// <inheritdoc/>
public sealed record LanguageModelSettings(
    string Provider, Uri? BaseUrl, string Model, string? ApiKey, int MaxConcurrent, RetrySettings Retry)
    : ProviderSettings(Provider, BaseUrl, Model, ApiKey, MaxConcurrent, Retry)
{
    /// <summary>The most concurrent calls where the provider's limit is found automatically.</summary>
    public const int Ceiling = 64;

    /// <summary>Of a provider without a limit of its own.</summary>
    internal const int UsualInputTokens = 24_000;

    /// <summary>
    /// The most tokens of transcript in one prompt (see <see cref="TokenEstimate"/>). A longer text is split and its
    /// summaries merged.
    /// </summary>
    public int InputTokens { get; init; } = UsualInputTokens;

    /// <summary>The program that writes, and its arguments; empty where a server does.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>
    /// The environment variable of the setting for which <c>auto</c> chose the provider, such as <c>OPENAI_API_KEY</c>; null
    /// where the provider was named.
    /// </summary>
    public string? ChosenBy { get; init; }

    /// <summary>
    /// Distinguishes files at the same path, where the model is a file, and commands of the same program. Null for other
    /// models.
    /// </summary>
    public string? Revision => Command.Count > 0
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', Command))))
        : IsOwnServer && File.Exists(Model) ? FileContent.Revision(Model) : null;

    internal override ProviderCapability Capability => ProviderCapability.Chat;

    /// <summary>A thousand times a summary, for the thoughts and the events that some servers send with it.</summary>
    private protected override long LongestAnswer => 4 << 20;

    /// <summary>
    /// Chooses a provider and its connection. <c>auto</c> selects the first configured one of the table. With the
    /// user's own address <c>auto</c> means <c>local</c>: a key is sent to another address than its provider's only
    /// where both are named. <c>local</c> without an address but with a model (<paramref name="model"/> ending in
    /// <c>.gguf</c>, or <c>YTTL_LOCAL_MODEL_FILE</c> and <c>YTTL_LOCAL_MODEL_REPO</c>) is a server that YTTL starts.
    /// </summary>
    /// <param name="baseUrl">Overrides the provider's address. Null: no override.</param>
    /// <param name="model">Overrides the provider's model. Null: no override.</param>
    /// <param name="readEnvironment">Returns the value of an environment variable, or null.</param>
    /// <returns>Null for the extractive summariser, by choice or because nothing else is configured.</returns>
    /// <exception cref="YttlException">
    /// <c>model.provider-unknown</c>, <c>model.key-missing</c>, <c>model.key-malformed</c>,
    /// <c>model.address-missing</c>, <c>model.address-malformed</c>, <c>model.name-missing</c>,
    /// <c>model.command-missing</c>, <c>model.command-malformed</c>, <c>model.command-refused</c>;
    /// <c>model.provider-missing</c> where a model is named and no provider that could have it is configured.
    /// </exception>
    public static LanguageModelSettings? Choose(
        string provider, string? baseUrl, string? model, Func<string, string?> readEnvironment)
    {
        var name = provider.Trim();
        if (name.Equals(ProviderTable.Extractive, StringComparison.OrdinalIgnoreCase))
            return null;
        var choice = new ProviderChoice(ProviderCapability.Chat, baseUrl, model, readEnvironment);
        var own = LocalModelName.Find(choice.LocalModel, choice.Read);
        var ownBy = own is null ? null : own == choice.LocalModel ? ProviderTable.LocalModel : LocalModelName.File;
        if (choice.Make(name, own, ownBy) is not { } chosen)
            return model is null || string.IsNullOrWhiteSpace(model) ? null : throw NoProvider(model.Trim());
        var offer = chosen.Provider.Chat!;
        return new LanguageModelSettings(
            chosen.Provider.Name, chosen.BaseUrl, chosen.Model, chosen.ApiKey, offer.MaxConcurrent, offer.Retry)
        {
            ApiVersion = chosen.ApiVersion,
            AddressBy = chosen.AddressBy,
            InputTokens = offer.InputTokens,
            Command = chosen.Command,
            ChosenBy = chosen.ChosenBy,
        };
    }

    private static YttlException NoProvider(string model) => ProviderCapability.Chat.Failure(
        FailureCategory.Input,
        "provider-missing",
        $"no provider is set up that could have the model '{model}': set one of "
        + $"{string.Join(", ", ProviderCapability.Chat.Providers.Where(Names).Select(provider => provider.KeyVariable).Distinct())}, "
        + $"or give {ProviderCapability.Chat.Setting("base_url")} for a server of yours");

    private static bool Names(Provider provider) => provider is { KeyIsOptional: false, OnlyWhenNamed: false };
}
