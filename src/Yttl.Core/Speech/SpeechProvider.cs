namespace Yttl.Core.Speech;

/// <summary>What is known of a provider of speech recognition.</summary>
/// <param name="Name">As in <c>--whisper-provider</c>.</param>
/// <param name="BaseUrl">Where it answers, up to and including <c>/v1/</c>; null where only the user knows.</param>
/// <param name="Model">The model to use when the user names none; null where only the user knows.</param>
/// <param name="KeyVariable">The environment variable that holds its key.</param>
public sealed record SpeechProvider(string Name, Uri? BaseUrl, string? Model, string KeyVariable)
{
    /// <summary>The environment variable of its address; null where the address is fixed.</summary>
    public string? EndpointVariable { get; init; }

    /// <summary>The environment variable of its model; null where there is none.</summary>
    public string? ModelVariable { get; init; }

    /// <summary>The variables that say, when all of one list are set, that <c>auto</c> may take it.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> ConfiguredBy { get; init; }

    /// <summary>Whether it answers without a key: a server of one's own, or a sign-in by Entra ID.</summary>
    public bool KeyIsOptional { get; init; }
}
