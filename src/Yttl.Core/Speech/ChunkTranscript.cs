using Yttl.Core.Languages;

namespace Yttl.Core.Speech;

/// <summary>What was heard in one chunk. Times are the track's, ordered, and inside what the chunk heard.</summary>
/// <param name="Language">As the recogniser named it; null where it did not.</param>
/// <param name="TimesAreApproximate">The recogniser gave no times: they are spread over the chunk by length of text.</param>
public sealed record ChunkTranscript(
    int Chunk, LanguageTag? Language, IReadOnlyList<SpokenPhrase> Phrases, bool TimesAreApproximate);

/// <summary>What a recogniser calls a segment.</summary>
/// <param name="Words">With times of their own; empty where the recogniser gave none.</param>
public sealed record SpokenPhrase(TimeSpan Start, TimeSpan End, string Text, IReadOnlyList<SpokenWord> Words);

public sealed record SpokenWord(TimeSpan Start, TimeSpan End, string Text);
