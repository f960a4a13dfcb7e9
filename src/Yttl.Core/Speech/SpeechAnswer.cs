using Yttl.Core.Languages;

namespace Yttl.Core.Speech;

/// <summary>
/// What a recogniser heard. Times count from the start of the upload and are the recogniser's own: they may be out of
/// order or beyond the end.
/// </summary>
/// <param name="Language">As the recogniser named it, by code or by English name; null where it did not.</param>
/// <param name="TimesAreApproximate">It gave no times: they are spread over the upload by length of text.</param>
public sealed record SpeechAnswer(
    LanguageTag? Language, IReadOnlyList<SpeechSegment> Segments, bool TimesAreApproximate);

/// <param name="Phrase">With a text that is not blank.</param>
/// <param name="NoSpeech">The probability, 0 to 1, that nothing is said; null where the recogniser does not tell.</param>
/// <param name="LogProbability">The average of its tokens, at most 0; null where the recogniser does not tell.</param>
/// <param name="CompressionRatio">
/// Of the text of its window, as Whisper measures it; null where the recogniser does not tell.
/// </param>
public sealed record SpeechSegment(
    SpokenPhrase Phrase, double? NoSpeech = null, double? LogProbability = null, double? CompressionRatio = null);
