using Yttl.Core.Failures;
using Yttl.Core.Processes;

namespace Yttl.Core.Providers;

/// <summary>Chooses a provider of the table and its connection from the user's settings.</summary>
/// <param name="baseUrl">Overrides the provider's address. Null: no override.</param>
/// <param name="model">Overrides the provider's model. Null: no override.</param>
/// <param name="readEnvironment">Returns the value of an environment variable, or null.</param>
internal sealed class ProviderChoice(
    ProviderCapability capability, string? baseUrl, string? model, Func<string, string?> readEnvironment)
{
    private readonly string? _baseUrl = NullIfBlank(baseUrl);
    private readonly string? _model = NullIfBlank(model);

    /// <summary>
    /// With the user's own address <c>auto</c> means <c>local</c>, with their program <c>command</c>: a key is sent to
    /// another address than its provider's only where both are named.
    /// </summary>
    /// <param name="name">A provider's name, or <c>auto</c>.</param>
    /// <param name="ownModel">The model of a server that YTTL would start; null where none is configured.</param>
    /// <param name="ownBy">The variable that lets <c>auto</c> start such a server; null where it may not.</param>
    /// <returns>Null where <c>auto</c> finds nothing configured.</returns>
    /// <exception cref="YttlException">
    /// <c>provider-unknown</c>, <c>key-missing</c>, <c>key-malformed</c>, <c>address-missing</c>,
    /// <c>address-malformed</c>, <c>name-missing</c>, <c>command-missing</c>, <c>command-malformed</c>,
    /// <c>command-refused</c>, with the capability's prefix <c>model.</c> or <c>speech.</c>.
    /// </exception>
    public ChosenProvider? Make(string name, string? ownModel, string? ownBy)
    {
        if (!name.Equals(ProviderTable.Auto, StringComparison.OrdinalIgnoreCase))
            return Connect(capability.Find(name) ?? throw Unknown(name), ownModel);
        var (found, by) = _baseUrl is not null && capability.Find(ProviderTable.Local) is { } local
            ? (local, local.AddressVariable)
            : FirstWith(one => Read(one.CommandVariable) is null ? null : one.CommandVariable)
                ?? FirstWith(one => AutoBy(one, ownBy))
                ?? default;
        return found is null ? null : Connect(found, ownModel) with { ChosenBy = by };
    }

    /// <summary>The model that the user names for <c>local</c>; null where there is none.</summary>
    public string? LocalModel => NamedModel(capability.OfferOf(capability.Find(ProviderTable.Local)!)!);

    public string? Read(string? variable) => variable is null ? null : NullIfBlank(readEnvironment(variable));

    private (Provider Provider, string? By)? FirstWith(Func<Provider, string?> configuredBy)
    {
        foreach (var provider in capability.Providers)
            if (configuredBy(provider) is { } variable)
                return (provider, variable);
        return null;
    }

    private ChosenProvider Connect(Provider chosen, string? ownModel)
    {
        if (chosen.CommandVariable is not null)
            return CommandOf(chosen);
        var (given, addressBy) = _baseUrl is null
            ? (AddressIn(chosen), chosen.AddressVariable)
            : (_baseUrl, capability.Find(ProviderTable.Local)?.AddressVariable);
        if (chosen.Name == ProviderTable.Local && given is null && ownModel is not null)
            return new ChosenProvider(ProviderTable.OwnServer, null, ownModel, null);
        var address = AddressOf(chosen, given);
        var key = KeyOf(chosen);
        if (key is null && chosen.EntraScope is not null && address.Scheme != Uri.UriSchemeHttps)
            throw NotSecret(chosen);
        return new ChosenProvider(chosen, address, ModelOf(chosen), key)
        {
            AddressBy = given is null ? null : addressBy,
            ApiVersion = chosen.Deployments is { } api && DeploymentApi.IsAt(address)
                ? Read(api.VersionVariable) ?? api.DefaultVersion
                : null,
        };
    }

    /// <summary>The variable for which <c>auto</c> takes the provider; null where it does not.</summary>
    private string? AutoBy(Provider provider, string? ownBy)
    {
        if (provider.Name == ProviderTable.Local && ownBy is not null)
            return ownBy;
        var offer = capability.OfferOf(provider)!;
        return provider.OnlyWhenNamed || (offer.AutoNeedsModel && NamedModel(offer) is null) ? null : ConfiguredBy(provider);
    }

    /// <summary>
    /// The variable that configures a provider: the address where it needs no key, else the key, or the address of a server
    /// of the user's own, for which a key is then missing. Such a server may have no speech recognition.
    /// </summary>
    private string? ConfiguredBy(Provider provider) =>
        new[]
        {
            provider.KeyIsOptional ? null : provider.KeyVariable,
            provider.KeyIsOptional || capability == ProviderCapability.Chat ? provider.AddressVariable : null,
        }.FirstOrDefault(variable => Read(variable) is not null);

    /// <exception cref="YttlException"><c>address-malformed</c>.</exception>
    private string? AddressIn(Provider provider) => Read(provider.AddressVariable) is { } text
        ? provider.ReadAddress(text) ?? throw MalformedAddress(provider)
        : null;

    /// <summary>The model is named in the command, if at all: the program's name stands for it.</summary>
    private ChosenProvider CommandOf(Provider provider)
    {
        if (!SettingName.IsTaken("llm_command"))
            throw capability.Failure(FailureCategory.Input, "command-refused",
                $"the provider {provider.Name} runs a program of the user's, which this host never does: "
                + $"choose another provider ({capability.Setting("provider")})");
        if (Read(provider.CommandVariable) is not { } text)
            throw capability.Failure(FailureCategory.Input, "command-missing",
                $"the provider {provider.Name} needs a program: set {SettingName.For("llm_command")} or "
                + $"{provider.CommandVariable}, such as 'llm -m MODEL'");
        return CommandWords.TrySplit(text, out var words)
            ? new ChosenProvider(provider, null, Path.GetFileNameWithoutExtension(words[0]), null) { Command = words }
            : throw capability.Failure(FailureCategory.Input, "command-malformed",
                $"{SettingName.For("llm_command")} has a quote without its end: write it as in a shell");
    }

    private string? NamedModel(ModelOffer offer) => _model ?? Read(offer.ModelVariable);

    private Uri AddressOf(Provider provider, string? given) => given is null
        ? provider.BaseUrl ?? throw NoAddress(provider)
        : Address(given) ?? throw MalformedAddress(provider);

    private string ModelOf(Provider provider)
    {
        var offer = capability.OfferOf(provider)!;
        return NamedModel(offer) ?? offer.Model ?? throw NoModel(provider, offer);
    }

    private string? KeyOf(Provider provider)
    {
        var key = Read(provider.KeyVariable);
        if (key is null && !provider.KeyIsOptional)
            throw NoKey(provider);
        return key is null || IsKey(key) ? key : throw MalformedKey(provider);
    }

    /// <summary>
    /// Parses an absolute http or https address and adds the final slash that relative paths need. Null for other text,
    /// and for an address with a user, a query or a fragment.
    /// </summary>
    private static Uri? Address(string given) =>
        Uri.TryCreate(given.TrimEnd('/') + "/", UriKind.Absolute, out var address)
        && address is { Scheme: "http" or "https", UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 }
            ? address
            : null;

    // Only characters that a header accepts: the error for others would show the key.
    private static bool IsKey(string key) => !key.Any(letter => letter is <= ' ' or > '~');

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private YttlException Unknown(string name) => capability.Failure(FailureCategory.Input, "provider-unknown",
        $"'{name}' is not a provider of {capability.Name}: use one of {string.Join(", ", capability.Names)}");

    private YttlException NoModel(Provider provider, ModelOffer offer) => capability.Failure(
        FailureCategory.Input, "name-missing",
        $"the provider {provider.Name} needs the name of a model: set {capability.Setting("model", offer.ModelVariable)}"
        + (provider.Name == ProviderTable.Ollama ? "; 'ollama list' shows those that you have" : ""));

    private YttlException NoKey(Provider provider) => capability.Failure(FailureCategory.Authentication, "key-missing",
        $"the provider {provider.Name} needs a key: set {provider.KeyVariable}"
        + (AddressIn(provider) is { } own ? $" (any text where the server at {own} needs none)" : "")
        + $", or use {capability.Setting("provider")} {capability.WithoutKey}, which needs none");

    private YttlException MalformedKey(Provider provider) => capability.Failure(
        FailureCategory.Authentication, "key-malformed",
        $"{provider.KeyVariable} has characters that a key cannot have: set it again, without spaces or quotes");

    private YttlException NoAddress(Provider provider) => capability.Failure(FailureCategory.Input, "address-missing",
        $"the provider {provider.Name} needs a URL: set {capability.Setting("base_url", provider.AddressVariable)}"
        + (provider.Name == ProviderTable.Local ? ", such as http://127.0.0.1:11434/v1, "
            + $"or name a model for a server on this machine: {capability.Setting("model")} OWNER/REPO/FILE.gguf or a file" : ""));

    /// <summary>The client refuses to send a token without TLS, with an exception that names no setting.</summary>
    private YttlException NotSecret(Provider provider) => capability.Failure(
        FailureCategory.Input, "address-malformed",
        $"the provider {provider.Name} signs in with Entra ID over https only: correct "
        + $"{capability.Setting("base_url", provider.AddressVariable)}, or set {provider.KeyVariable}");

    private YttlException MalformedAddress(Provider provider) => capability.Failure(
        FailureCategory.Input, "address-malformed",
        $"the URL of the provider {provider.Name} is not a plain http or https one "
        + $"such as {(provider.Deployments is null ? "https://host/v1" : "https://NAME.openai.azure.com")}: "
        + $"correct {capability.Setting("base_url", provider.AddressVariable)}");
}

/// <param name="BaseUrl">Null for <see cref="ProviderTable.OwnServer"/>, which is started later.</param>
/// <param name="ApiKey">Null: no key.</param>
internal sealed record ChosenProvider(Provider Provider, Uri? BaseUrl, string Model, string? ApiKey)
{
    /// <summary>Null for the v1 API.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The environment variable of the setting that gives the address; null for the provider's own.</summary>
    public string? AddressBy { get; init; }

    /// <summary>The environment variable of the setting for which <c>auto</c> took it; null where it was named.</summary>
    public string? ChosenBy { get; init; }

    /// <summary>The program and its arguments; empty for a server.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];
}
