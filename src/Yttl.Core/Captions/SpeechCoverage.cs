using Yttl.Core.Failures;

namespace Yttl.Core.Captions;

/// <summary>How much of what is spoken a transcript by speech recognition holds.</summary>
/// <param name="Speech">What is not silent in the audio.</param>
/// <param name="Covered">Of that, what was transcribed: never more.</param>
/// <param name="Gaps">What could not be, in order.</param>
public sealed record SpeechCoverage(TimeSpan Speech, TimeSpan Covered, IReadOnlyList<TranscriptGap> Gaps);

/// <param name="Stage"><c>audio</c>: the file does not hold it; <c>transcription</c>: it was not recognised.</param>
public sealed record TranscriptGap(TimeSpan Start, TimeSpan End, string Stage, Failure Failure);
