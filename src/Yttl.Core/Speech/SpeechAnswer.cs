using Yttl.Core.Languages;

namespace Yttl.Core.Speech;

/// <summary>
/// A recogniser's answer. Times count from the start of the upload and are unchecked: they may be out of order or
/// beyond the end.
/// </summary>
/// <param name="Language">As the recogniser names it, by code or by English name; null where it gave none.</param>
/// <param name="TimesAreApproximate">
/// Whether the recogniser gave no times. They are then spread over the upload by length of text.
/// </param>
public sealed record SpeechAnswer(
    LanguageTag? Language, IReadOnlyList<SpeechSegment> Segments, bool TimesAreApproximate);

/// <param name="Phrase">Its text is not blank.</param>
/// <param name="NoSpeech">The probability of no speech, from 0 to 1; null where the recogniser gives none.</param>
/// <param name="LogProbability">The average of its tokens, at most 0; null where the recogniser gives none.</param>
/// <param name="CompressionRatio">
/// The ratio for the text of its window, as Whisper measures it; null where the recogniser gives none.
/// </param>
public sealed record SpeechSegment(
    SpokenPhrase Phrase, double? NoSpeech = null, double? LogProbability = null, double? CompressionRatio = null);
