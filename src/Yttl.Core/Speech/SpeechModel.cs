namespace Yttl.Core.Speech;

/// <summary>Who recognises: what a chunk's transcript depends on beside its audio. Holds no address and no key.</summary>
/// <param name="Provider"><c>openai</c>, <c>azure</c>, <c>groq</c> or <c>local</c>.</param>
public sealed record SpeechModel(string Provider, string Model)
{
    /// <summary>
    /// Tells apart what has one name: the revision of a model file, or a digest of the address of a server that only the
    /// user knows. Null where the name says it all.
    /// </summary>
    public string? Revision { get; init; }

    public override string ToString() => $"{Provider} {Model}";
}
