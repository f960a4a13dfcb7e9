namespace Yttl.Core.Chunking;

/// <summary>
/// A position where a chunk may end and the next one start; the audio between the two is skipped. In milliseconds.
/// </summary>
/// <param name="Margin">Length by which the audio of both neighbours extends beyond the cut.</param>
/// <param name="Around">Surrounding silence; null where there is none.</param>
/// <param name="SpeechBefore">Length of speech from the start of the track.</param>
internal readonly record struct CutPoint(
    long End, long Start, long Margin, CutReason Reason, Quiet? Around, long SpeechBefore)
{
    /// <summary>Length kept at each end of a skipped silence, so that no first or last sound is lost.</summary>
    public const long Guard = 250;

    /// <summary>
    /// Minimum distance of a safe cut from the end of a silence: nearer ones may touch the sound that begins there.
    /// </summary>
    private const long Decay = 100;

    /// <summary>Minimum length of a silence whose inside is skipped when it is cut.</summary>
    private const long WorthSkipping = 2_000;

    /// <summary>
    /// Quality of the cut, from 0 (in a word) to below 1. One second, the length of a pause between sentences, gives
    /// half of it; 6 dB, half the amplitude of the silence threshold, gives half of the rest.
    /// </summary>
    public double Quality => Around is not { } quiet
        ? 0
        : quiet.Length / (quiet.Length + 1000.0) * (0.5 + 0.5 * quiet.Depth / (quiet.Depth + 6));

    public Cut Cut => Around is { } quiet
        ? new Cut(Reason, TrackTimeline.Time(quiet.Length), quiet.Depth)
        : new Cut(Reason, TimeSpan.Zero, 0);

    /// <summary>
    /// Returns the audio length of a call whose core extends from one point to another, in a track of this duration.
    /// </summary>
    public static long AudioLength(CutPoint from, CutPoint to, long duration) => to.AudioEnd(duration) - from.AudioStart;

    /// <summary>Start of the audio of a chunk that starts here.</summary>
    public long AudioStart => Math.Max(0, Start - Margin);

    /// <summary>End of the audio of a chunk that ends here.</summary>
    public long AudioEnd(long duration) => Math.Min(duration, End + Margin);

    public static CutPoint In(Quiet quiet, TrackTimeline track)
    {
        var (end, start, middle) = (quiet.Start + Guard, quiet.End - Guard, (quiet.Start + quiet.End) / 2);
        var speech = track.SpeechBetween(0, quiet.Start);
        return quiet.Length >= WorthSkipping
            ? new CutPoint(end, start, 0, CutReason.SkippedSilence, quiet, speech)
            : new CutPoint(middle, middle, 0, CutReason.Silence, quiet, speech);
    }

    /// <summary>Creates a cut at a fixed time; it may lie in a silence by chance.</summary>
    public static CutPoint At(long moment, CutReason reason, long margin, TrackTimeline track)
    {
        var around = track.SilenceAround(moment);
        var safe = around is { } quiet && Math.Min(moment - quiet.Start, quiet.End - moment) >= Decay;
        return new CutPoint(
            moment, moment, safe ? 0 : margin, reason, around, track.SpeechBetween(0, moment));
    }

    /// <summary>Returns the start of the first chunk: silence before it is skipped.</summary>
    public static CutPoint Beginning(TrackTimeline track) => track.Silences is [{ Start: 0 } first, ..] && first.Length > Guard
        ? new CutPoint(0, first.End - Guard, 0, CutReason.SkippedSilence, first, 0)
        : new CutPoint(0, 0, 0, CutReason.Edge, null, 0);

    /// <summary>Returns the end of the last chunk: silence after it is skipped.</summary>
    public static CutPoint Ending(TrackTimeline track) =>
        track.Silences is [.., var last] && last.End == track.Duration && last.Length > Guard
            ? new CutPoint(last.Start + Guard, track.Duration, 0, CutReason.SkippedSilence, last, track.Speech)
            : new CutPoint(track.Duration, track.Duration, 0, CutReason.Edge, null, track.Speech);
}
