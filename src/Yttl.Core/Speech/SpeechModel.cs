namespace Yttl.Core.Speech;

/// <summary>
/// Identifies a recogniser: all that a chunk's transcript depends on besides its audio. Holds no address and no key.
/// </summary>
/// <param name="Provider"><c>openai</c>, <c>azure</c>, <c>groq</c> or <c>local</c>.</param>
public sealed record SpeechModel(string Provider, string Model)
{
    /// <summary>
    /// Distinguishes models of one name: the revision of a model file, or a digest of the address of the user's own
    /// server. Null where the name suffices.
    /// </summary>
    public string? Revision { get; init; }

    public override string ToString() => $"{Provider} {Model}";
}
