using Yttl.Core.Languages;
using Yttl.Core.Providers;

namespace Yttl.Core.Speech;

/// <summary>Audio as it is sent to a recogniser.</summary>
/// <param name="Audio">A whole file in <paramref name="Encoding"/>.</param>
/// <param name="Length">How long it plays.</param>
/// <param name="Language">What is spoken; null lets the recogniser find out.</param>
/// <param name="Temperature">0 for the likeliest words, up to 1 for other ones.</param>
public sealed record SpeechUpload(
    ReadOnlyMemory<byte> Audio, SpeechEncoding Encoding, TimeSpan Length, LanguageTag? Language, double Temperature = 0)
{
    /// <summary>The video it is of, by any text that tells it apart: uploads of different videos take turns.</summary>
    public string Video { get; init; } = "";
}
