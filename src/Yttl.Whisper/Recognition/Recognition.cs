namespace Yttl.Whisper.Recognition;

/// <param name="Language">
/// Code of the detected or requested language; null where no speech was recognised and none was requested.
/// </param>
internal sealed record Recognition(string? Language, IReadOnlyList<RecognizedSegment> Segments);

/// <param name="Start">
/// Offset from the start of the audio; determined by the model, so it may lie beyond the end.
/// </param>
/// <param name="Tokens">Token ids in the model's vocabulary, without special tokens.</param>
/// <param name="LogProbability">Mean log probability of those tokens, at most 0.</param>
/// <param name="NoSpeech">Probability, 0 to 1, that the segment contains no speech.</param>
/// <param name="Words">Words with times; empty where they were not requested.</param>
internal sealed record RecognizedSegment(
    TimeSpan Start,
    TimeSpan End,
    string Text,
    IReadOnlyList<int> Tokens,
    double LogProbability,
    double NoSpeech,
    IReadOnlyList<RecognizedWord> Words);

internal sealed record RecognizedWord(TimeSpan Start, TimeSpan End, string Text);
