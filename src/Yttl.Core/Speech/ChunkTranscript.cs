using Yttl.Core.Languages;

namespace Yttl.Core.Speech;

/// <summary>
/// The recognised speech of one chunk. Times are the track's, ordered, and inside the chunk with its margins.
/// </summary>
/// <param name="Language">The recogniser's; null where it gave none.</param>
/// <param name="TimesAreApproximate">
/// Whether the recogniser gave no times. They are then spread over the chunk by length of text.
/// </param>
public sealed record ChunkTranscript(
    int Chunk, LanguageTag? Language, IReadOnlyList<SpokenPhrase> Phrases, bool TimesAreApproximate);

/// <summary>A recogniser's segment.</summary>
/// <param name="Words">Words with their times; empty where the recogniser gave none.</param>
public sealed record SpokenPhrase(TimeSpan Start, TimeSpan End, string Text, IReadOnlyList<SpokenWord> Words);

public sealed record SpokenWord(TimeSpan Start, TimeSpan End, string Text);
