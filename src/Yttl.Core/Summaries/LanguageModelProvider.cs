namespace Yttl.Core.Summaries;

/// <summary>What is known of a provider of language models.</summary>
/// <param name="Name">As in <c>--llm-provider</c>.</param>
/// <param name="BaseUrl">Where it answers, up to and including <c>/v1/</c>; null where only the user knows.</param>
/// <param name="Model">The model to use when the user names none; null where only the user knows.</param>
/// <param name="KeyVariable">The environment variable that holds its key.</param>
/// <param name="InputTokens">See <see cref="LanguageModelSettings.InputTokens"/>.</param>
public sealed record LanguageModelProvider(
    string Name, Uri? BaseUrl, string? Model, string KeyVariable, int InputTokens)
{
    /// <summary>The environment variable of its address; null where the address is fixed.</summary>
    public string? EndpointVariable { get; init; }

    /// <summary>The environment variable of its model; null where there is none.</summary>
    public string? ModelVariable { get; init; }

    /// <summary>Whether <c>auto</c> passes over it: another provider has the same key.</summary>
    public bool OnlyWhenNamed { get; init; }

    /// <summary>Whether it answers without a key: a server of one's own, or a sign-in by Entra ID.</summary>
    public bool KeyIsOptional { get; init; }
}
