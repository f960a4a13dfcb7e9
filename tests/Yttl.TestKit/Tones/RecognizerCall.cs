namespace Yttl.TestKit.Tones;

/// <summary>What a <see cref="LoopbackRecognizer"/> was asked.</summary>
/// <param name="Number">Counts the calls from 0, in the order they came.</param>
/// <param name="Fields">Of the form, beside the file.</param>
/// <param name="FileName">Of the upload.</param>
/// <param name="Bytes">Of the upload.</param>
/// <param name="Words">That were heard in it, with times from its start.</param>
public sealed record RecognizerCall(
    int Number, string Path, string? Authorization, IReadOnlyDictionary<string, string> Fields, string FileName,
    long Bytes, TimeSpan Length, IReadOnlyList<ToneWord> Words)
{
    public string? Field(string name) => Fields.GetValueOrDefault(name);
}
