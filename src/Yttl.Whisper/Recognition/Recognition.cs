namespace Yttl.Whisper.Recognition;

/// <param name="Language">The code of what was spoken or asked for; null where nothing was heard.</param>
internal sealed record Recognition(string? Language, IReadOnlyList<HeardSegment> Segments);

/// <param name="Start">From the start of the audio; the model's own, so it may lie beyond the end.</param>
/// <param name="Tokens">Ids in the model's vocabulary, special tokens left out.</param>
/// <param name="LogProbability">The mean over those tokens, at most 0.</param>
/// <param name="NoSpeech">The probability, 0 to 1, that nothing is said.</param>
/// <param name="Words">Empty where they were not asked for.</param>
internal sealed record HeardSegment(
    TimeSpan Start,
    TimeSpan End,
    string Text,
    IReadOnlyList<int> Tokens,
    double LogProbability,
    double NoSpeech,
    IReadOnlyList<HeardWord> Words);

internal sealed record HeardWord(TimeSpan Start, TimeSpan End, string Text);
