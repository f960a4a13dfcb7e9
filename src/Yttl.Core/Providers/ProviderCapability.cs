using Yttl.Core.Failures;

namespace Yttl.Core.Providers;

/// <summary>A kind of work that a provider does, with its names in settings and failures.</summary>
public sealed class ProviderCapability
{
    /// <summary>Language models: <c>--llm-…</c>, <c>model.…</c>.</summary>
    public static readonly ProviderCapability Chat =
        new("language models", "chat", code: "model", setting: "llm", ProviderTable.Extractive, provider => provider.Chat);

    /// <summary>Speech recognition: <c>--whisper-…</c>, <c>speech.…</c>.</summary>
    public static readonly ProviderCapability Speech =
        new("speech recognition", "transcription", code: "speech", setting: "whisper", ProviderTable.Local, provider => provider.Speech);

    private readonly string _code;
    private readonly string _setting;
    private readonly Func<Provider, ModelOffer?> _offerOf;

    private ProviderCapability(
        string name, string operation, string code, string setting, string withoutKey, Func<Provider, ModelOffer?> offerOf)
    {
        (Name, Operation, _code, _setting, WithoutKey, _offerOf) = (name, operation, code, setting, withoutKey, offerOf);
    }

    /// <summary>The providers with this capability, in the order of the table.</summary>
    public IEnumerable<Provider> Providers => ProviderTable.All.Where(provider => OfferOf(provider) is not null);

    /// <summary>Every value of the provider setting.</summary>
    public IReadOnlyList<string> Names =>
        [.. Providers.Select(provider => provider.Name).Prepend(ProviderTable.Auto).Append(WithoutKey).Distinct()];

    internal string Name { get; }

    /// <summary>As the conventions for generative AI name it.</summary>
    internal string Operation { get; }

    /// <summary>The provider that needs no key.</summary>
    internal string WithoutKey { get; }

    internal string ConcurrencySetting => SettingName.For($"max_concurrent_{_setting}");

    internal ModelOffer? OfferOf(Provider provider) => _offerOf(provider);

    /// <param name="name">In any case.</param>
    internal Provider? Find(string name) =>
        Providers.FirstOrDefault(provider => provider.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <param name="name">Without the prefix of the capability, such as <c>base_url</c>.</param>
    internal string Setting(string name) => SettingName.For($"{_setting}_{name}");

    /// <summary>A setting, and the variable that does the same where this host does not call the setting so.</summary>
    internal string Setting(string name, string? variable)
    {
        var setting = Setting(name);
        return variable is null || variable == setting ? setting : $"{setting} or {variable}";
    }

    /// <param name="code">Without the prefix of the capability, such as <c>key-missing</c>.</param>
    internal YttlException Failure(
        FailureCategory category,
        string code,
        string message,
        bool transient = false,
        TimeSpan? retryAfter = null,
        Exception? inner = null) =>
        new(category, $"{_code}.{code}", message, transient, inner) { RetryAfter = retryAfter };
}
