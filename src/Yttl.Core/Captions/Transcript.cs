using Yttl.Core.Languages;

namespace Yttl.Core.Captions;

/// <summary>The spoken text with its times. <see cref="FromCues"/> ensures what is guaranteed here.</summary>
/// <param name="Cues">Ordered by start. No cue starts before zero or ends before it starts; no text is blank.</param>
/// <param name="Language">Set where the transcript is made, and never derived again.</param>
/// <param name="Provider">The track, file or recogniser that the text comes from, for people.</param>
public sealed record Transcript(
    IReadOnlyList<Cue> Cues, LanguageTag? Language, TranscriptSource Source, string? Provider)
{
    /// <summary>Null for captions, whose gaps are unknown, unless a line is repeated in them for minutes.</summary>
    public SpeechCoverage? Coverage { get; init; }

    /// <summary>
    /// Orders cues by start and keeps their order on a tie. Moves negative times to zero and an end before the start to
    /// the start. Folds white space, drops cues without text and divides those longer than <see cref="CueLength"/>.
    /// </summary>
    public static Transcript FromCues(
        IEnumerable<Cue> cues, LanguageTag? language, TranscriptSource source, string? provider) =>
        new(Sound(cues), language, source, provider);

    /// <summary>Returns the cues that tell something: those outside of loops (<see cref="LoopedCues"/>).</summary>
    internal IReadOnlyList<Cue> ToldCues()
    {
        List<TranscriptGap> loops = [.. (Coverage?.Gaps ?? []).Where(gap => gap.Failure.Code == LoopedCues.Code)];
        return loops.Count == 0
            ? Cues
            : [.. Cues.Where(cue => !loops.Exists(loop => loop.Start <= cue.Start && cue.End <= loop.End))];
    }

    /// <summary>Returns the end of the last cue; zero where there are none.</summary>
    public TimeSpan End() => Cues.Count == 0 ? TimeSpan.Zero : Cues.Max(cue => cue.End);

    private static IReadOnlyList<Cue> Sound(IEnumerable<Cue> cues)
    {
        Cue[] sound = [.. cues.Select(Sound).Where(cue => cue.Text.Length > 0)];
        for (var i = 1; i < sound.Length; i++)
            if (sound[i].Start < sound[i - 1].Start)
                return CueLength.Divide([.. sound.OrderBy(cue => cue.Start)], out _);
        return CueLength.Divide(sound, out _);
    }

    private static Cue Sound(Cue cue)
    {
        var start = cue.Start < TimeSpan.Zero ? TimeSpan.Zero : cue.Start;
        var text = CueMarkup.OneLine(cue.Text);
        return start == cue.Start && cue.End >= start && ReferenceEquals(text, cue.Text)
            ? cue
            : cue with { Start = start, End = cue.End < start ? start : cue.End, Text = text };
    }
}
