namespace Yttl.Core.Providers;

/// <summary>A service with OpenAI's protocol, or a program of the user's: a row of <see cref="ProviderTable"/>.</summary>
/// <param name="Name">The name in <c>--llm-provider</c> and <c>--whisper-provider</c>.</param>
/// <param name="BaseUrl">The address up to and including <c>/v1/</c>; null where only the user knows it.</param>
/// <param name="KeyVariable">The environment variable of the key; null where there is none.</param>
public sealed record Provider(string Name, Uri? BaseUrl = null, string? KeyVariable = null)
{
    /// <summary>The environment variable of the address; null where the address is fixed.</summary>
    public string? AddressVariable { get; init; }

    /// <summary>
    /// Turns the text of <see cref="AddressVariable"/> into an address, where it may be less than one; null for other text.
    /// </summary>
    internal Func<string, string?> ReadAddress { get; init; } = text => text;

    /// <summary>The environment variable of the program that is run instead of a server; null for a server.</summary>
    public string? CommandVariable { get; init; }

    /// <summary>The API that has a deployment in its path; null where the provider has none.</summary>
    public DeploymentApi? Deployments { get; init; }

    /// <summary>
    /// The scope of the Entra ID sign-in at the v1 API, which replaces a missing key; null where the provider has none.
    /// </summary>
    public string? EntraScope { get; init; }

    /// <summary>Whether it answers without a key: a local server, or one with Entra ID.</summary>
    public bool KeyIsOptional { get; init; }

    /// <summary>Whether <c>auto</c> skips it, because another provider has the same key.</summary>
    public bool OnlyWhenNamed { get; init; }

    /// <summary>The company that sets its prices.</summary>
    public string Vendor { get; init; } = Name;

    /// <summary>
    /// <c>gen_ai.provider.name</c>, see https://opentelemetry.io/docs/specs/semconv/registry/attributes/gen-ai/
    /// </summary>
    public string TelemetryName { get => field ?? Vendor; init; }

    /// <summary>Null where it has no language models.</summary>
    public ChatOffer? Chat { get; init; }

    /// <summary>Null where it has no speech recognition.</summary>
    public SpeechOffer? Speech { get; init; }
}

/// <summary>
/// A provider's API beside its v1 API: <c>openai/deployments/NAME/…?api-version=…</c>. Every resource answers there;
/// older ones, and Whisper deployments, do not always answer at v1.
/// </summary>
/// <param name="VersionVariable">The environment variable of the api-version.</param>
/// <param name="DefaultVersion">The api-version without that variable.</param>
/// <param name="EntraScope">The scope of the Entra ID sign-in that replaces a missing key.</param>
/// <param name="V1Path">The path of the v1 API in the same resource.</param>
public sealed record DeploymentApi(string VersionVariable, string DefaultVersion, string EntraScope, string V1Path)
{
    /// <summary>Returns whether the address is a resource's, which does not end in <c>/v1/</c>.</summary>
    internal static bool IsAt(Uri address) => !address.AbsolutePath.EndsWith("/v1/", StringComparison.OrdinalIgnoreCase);
}
