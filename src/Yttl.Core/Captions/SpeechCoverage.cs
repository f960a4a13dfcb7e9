using Yttl.Core.Failures;

namespace Yttl.Core.Captions;

/// <summary>How much of the audio's speech a recognised transcript holds.</summary>
/// <param name="Speech">The duration of all audio that is not silent.</param>
/// <param name="Covered">The transcribed part of it, at most <paramref name="Speech"/>.</param>
/// <param name="Gaps">The parts that could not be transcribed, in order.</param>
public sealed record SpeechCoverage(TimeSpan Speech, TimeSpan Covered, IReadOnlyList<TranscriptGap> Gaps);

/// <param name="Stage"><c>audio</c>: the file does not hold it. <c>transcription</c>: it was not recognised.</param>
public sealed record TranscriptGap(TimeSpan Start, TimeSpan End, string Stage, Failure Failure);
