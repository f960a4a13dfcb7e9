using Yttl.Core.Languages;
using Yttl.Core.Providers;

namespace Yttl.Core.Speech;

/// <summary>Audio to send to a recogniser.</summary>
/// <param name="Audio">A whole file in <paramref name="Encoding"/>.</param>
/// <param name="Length">Its duration.</param>
/// <param name="Language">The spoken language. Null: the recogniser detects it.</param>
/// <param name="Temperature">0 for the likeliest words, up to 1 for more variation.</param>
public sealed record SpeechUpload(
    ReadOnlyMemory<byte> Audio, SpeechEncoding Encoding, TimeSpan Length, LanguageTag? Language, double Temperature = 0)
{
    /// <summary>Any text that identifies the video: uploads of different videos take turns.</summary>
    public string Video { get; init; } = "";
}
