using Yttl.Core.Languages;

namespace Yttl.Core.Captions;

/// <summary>What was said, with times.</summary>
/// <param name="Cues">Ordered by start; no cue ends before it starts; no cue's text is blank.</param>
/// <param name="Language">Set once, where the transcript is made, and never derived again.</param>
/// <param name="Provider">The track, file or recogniser the text came from, for people.</param>
public sealed record Transcript(
    IReadOnlyList<Cue> Cues, LanguageTag? Language, TranscriptSource Source, string? Provider);
