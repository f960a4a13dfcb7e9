namespace Yttl.Core.Providers;

/// <summary>A service that speaks OpenAI's protocol: a row of <see cref="ProviderTable"/>.</summary>
/// <param name="Name">As in <c>--llm-provider</c> and <c>--whisper-provider</c>.</param>
/// <param name="BaseUrl">Its address up to and including <c>/v1/</c>; null where only the user knows it.</param>
/// <param name="KeyVariable">The environment variable of its key; null where it takes none.</param>
public sealed record Provider(string Name, Uri? BaseUrl = null, string? KeyVariable = null)
{
    /// <summary>The environment variable of its address; null where the address is fixed.</summary>
    public string? AddressVariable { get; init; }

    /// <summary>Where the API lies in a resource whose address is given without a path; null where it has no such.</summary>
    public string? RootPath { get; init; }

    /// <summary>The scope to sign in for with Entra ID where there is no key; null where that is no way in.</summary>
    public string? EntraScope { get; init; }

    /// <summary>Whether it answers without a key: a local server, or a sign-in by Entra ID.</summary>
    public bool KeyIsOptional { get; init; }

    /// <summary>Whether <c>auto</c> passes over it: another provider has the same key.</summary>
    public bool OnlyWhenNamed { get; init; }

    /// <summary>The company that sets its prices.</summary>
    public string Vendor { get; init; } = Name;

    /// <summary>
    /// <c>gen_ai.provider.name</c>, see https://opentelemetry.io/docs/specs/semconv/registry/attributes/gen-ai/
    /// </summary>
    public string TelemetryName { get => field ?? Vendor; init; }

    /// <summary>Null where it has no language models.</summary>
    public ChatOffer? Chat { get; init; }

    /// <summary>Null where it recognises no speech.</summary>
    public SpeechOffer? Speech { get; init; }
}
