using Yttl.Core.Captions.Speakers;

namespace Yttl.Core.Captions.Formats;

/// <summary>A cue as a caption file gives it.</summary>
/// <param name="End">Null where the file gives none.</param>
/// <param name="Text">Plain lines, separated by <c>\n</c>; may be empty.</param>
internal readonly record struct OpenCue(TimeSpan Start, TimeSpan? End, string Text)
{
    /// <summary>
    /// The longest duration of a cue without an end. It lasts until the next cue starts, at most this long.
    /// </summary>
    public static readonly TimeSpan LongestGuess = TimeSpan.FromSeconds(10);

    /// <summary>What markup sets off in the text.</summary>
    public MarkedPart? Marked { get; init; }

    /// <summary>As <see cref="Cue.Speaker"/>, where the format names it beside the text.</summary>
    public string? Speaker { get; init; }

    /// <summary>Where several speak, each has a cue and the share of the time that its letters have.</summary>
    /// <param name="text">With tags, override codes and entities.</param>
    public static IEnumerable<OpenCue> FromMarkup(CueTiming timing, string text)
    {
        if (VoiceSpan.In(text) is not { Count: > 0 } spans)
            return [new(timing.Start, timing.End, CueMarkup.LinesOfMarkup(text)) { Marked = MarkedPart.In(text) }];
        if (spans is [var only])
            return [FromSpan(timing, only)];
        var letters = spans.Sum(span => span.Text.Length);
        var before = 0;
        return spans.Select(span =>
        {
            var from = before;
            before += span.Text.Length;
            return FromSpan(timing.Between((double)from / letters, (double)before / letters), span);
        }).ToList();
    }

    private static OpenCue FromSpan(CueTiming timing, VoiceSpan span) =>
        new(timing.Start, timing.End, span.Text) { Marked = MarkedPart.In(span.Markup), Speaker = span.Speaker };

    /// <summary>
    /// Takes the cues over. Orders them by start and keeps the file's order on a tie. Drops blank cues. Sets an end where
    /// it is missing or before the start. Joins cues that differ in their mark alone. No cue lasts beyond
    /// <see cref="CueTimestamp.Latest"/>; a cue that starts there or later has zero duration.
    /// </summary>
    public static IReadOnlyList<Cue> Close(IEnumerable<OpenCue> cues)
    {
        var ordered = Ordered(cues);
        var closed = new Cue[ordered.Count];
        TimeSpan? later = null;
        for (var i = ordered.Count - 1; i >= 0; i--)
        {
            var (start, end, text) = ordered[i];
            var speaker = ordered[i].Speaker;
            if (i + 1 < ordered.Count && ordered[i + 1].Start > start)
                later = ordered[i + 1].Start;
            var known = end >= start && end < CueTimestamp.Latest;
            closed[i] = new Cue(start, known ? end!.Value : Guess(start, later), text) { Speaker = speaker };
        }

        return ordered.Exists(cue => cue.Marked is not null)
            ? HighlightedWords.Join([.. closed.Zip(ordered, (cue, open) => (cue, open.Marked))])
            : closed;
    }

    /// <summary>Most files are in order: nothing is copied then.</summary>
    private static List<OpenCue> Ordered(IEnumerable<OpenCue> cues)
    {
        var visible = cues as List<OpenCue> ?? [.. cues];
        visible.RemoveAll(cue => cue.Text.Length == 0);
        for (var i = 1; i < visible.Count; i++)
            if (visible[i].Start < visible[i - 1].Start)
                return [.. visible.OrderBy(cue => cue.Start)];
        return visible;
    }

    private static TimeSpan Guess(TimeSpan start, TimeSpan? later) =>
        later is { } next && next - start < LongestGuess ? next
        : CueTimestamp.Latest - start < LongestGuess ? CueTimestamp.Latest
        : start + LongestGuess;
}
