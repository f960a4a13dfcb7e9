namespace Yttl.Core.Speech;

/// <summary>Who recognises: what a chunk's transcript depends on beside its audio. Holds no address and no key.</summary>
/// <param name="Provider"><c>openai</c>, <c>azure</c>, <c>groq</c> or <c>local</c>.</param>
public sealed record SpeechModel(string Provider, string Model)
{
    public override string ToString() => $"{Provider} {Model}";
}
