using Yttl.Core.Languages;

namespace Yttl.Core.Captions;

/// <summary>
/// What was said, with times. Make one with <see cref="FromCues"/>, which keeps what is promised here.
/// </summary>
/// <param name="Cues">
/// Ordered by start; none starts before zero or ends before it starts; no cue's text is blank.
/// </param>
/// <param name="Language">Set once, where the transcript is made, and never derived again.</param>
/// <param name="Provider">The track, file or recogniser the text came from, for people.</param>
public sealed record Transcript(
    IReadOnlyList<Cue> Cues, LanguageTag? Language, TranscriptSource Source, string? Provider)
{
    /// <summary>Null for captions, which do not tell what they leave out.</summary>
    public SpeechCoverage? Coverage { get; init; }

    /// <summary>
    /// Puts cues in order (those that start together keep theirs), moves times below zero to zero and ends before the
    /// start to the start, folds white space, and leaves out cues in which nothing is left to read.
    /// </summary>
    public static Transcript FromCues(
        IEnumerable<Cue> cues, LanguageTag? language, TranscriptSource source, string? provider) =>
        new(Sound(cues), language, source, provider);

    /// <summary>When the last cue ends; zero without cues.</summary>
    public TimeSpan End() => Cues.Count == 0 ? TimeSpan.Zero : Cues.Max(cue => cue.End);

    private static Cue[] Sound(IEnumerable<Cue> cues) =>
        [.. cues.Select(Sound).Where(cue => cue.Text.Length > 0).OrderBy(cue => cue.Start)];

    private static Cue Sound(Cue cue)
    {
        var start = cue.Start < TimeSpan.Zero ? TimeSpan.Zero : cue.Start;
        return new Cue(start, cue.End < start ? start : cue.End, CueText.OneLine(cue.Text));
    }
}
