namespace Yttl.Core.Chunking;

/// <summary>Where a chunk may end and the next one begin; what lies between the two is skipped. In milliseconds.</summary>
/// <param name="Margin">What both neighbours hear beyond it.</param>
/// <param name="Around">The silence it lies in; null where it lies in none.</param>
/// <param name="SpeechBefore">From the beginning of the track.</param>
internal readonly record struct CutPoint(
    long End, long Start, long Margin, CutReason Reason, Quiet? Around, long SpeechBefore)
{
    /// <summary>Left of a silence that is skipped, so that no first or last sound is lost.</summary>
    public const long Guard = 250;

    /// <summary>A cut nearer than this to the end of a silence may touch the sound that begins there.</summary>
    private const long Decay = 100;

    /// <summary>From this length on, what lies inside of a silence that is cut in is not heard at all.</summary>
    private const long WorthSkipping = 2_000;

    /// <summary>
    /// How good it is to cut here, from 0 (in a word) to below 1. Half of it comes with one second, the length of a
    /// pause between sentences; half of the rest with 6 dB, half the amplitude of what still counts as silence.
    /// </summary>
    public double Quality => Around is not { } quiet
        ? 0
        : quiet.Length / (quiet.Length + 1000.0) * (0.5 + 0.5 * quiet.Depth / (quiet.Depth + 6));

    public Cut Cut => Around is { } quiet
        ? new Cut(Reason, TrackTimeline.Time(quiet.Length), quiet.Depth)
        : new Cut(Reason, TimeSpan.Zero, 0);

    /// <summary>What a call hears that answers from one point to another of a track so long.</summary>
    public static long Heard(CutPoint from, CutPoint to, long duration) => to.HeardEnd(duration) - from.HeardStart;

    /// <summary>From where a chunk hears that starts here.</summary>
    public long HeardStart => Math.Max(0, Start - Margin);

    /// <summary>Up to where a chunk hears that ends here.</summary>
    public long HeardEnd(long duration) => Math.Min(duration, End + Margin);

    public static CutPoint In(Quiet quiet, TrackTimeline track)
    {
        var (end, start, middle) = (quiet.Start + Guard, quiet.End - Guard, (quiet.Start + quiet.End) / 2);
        var speech = track.SpeechBetween(0, quiet.Start);
        return quiet.Length >= WorthSkipping
            ? new CutPoint(end, start, 0, CutReason.SkippedSilence, quiet, speech)
            : new CutPoint(middle, middle, 0, CutReason.Silence, quiet, speech);
    }

    /// <summary>Where nobody pauses, unless it happens to be in a silence.</summary>
    public static CutPoint At(long moment, CutReason reason, long margin, TrackTimeline track)
    {
        var around = track.SilenceAround(moment);
        var safe = around is { } quiet && Math.Min(moment - quiet.Start, quiet.End - moment) >= Decay;
        return new CutPoint(
            moment, moment, safe ? 0 : margin, reason, around, track.SpeechBetween(0, moment));
    }

    /// <summary>The first moment to hear, the silence before it skipped.</summary>
    public static CutPoint Beginning(TrackTimeline track) => track.Silences is [{ Start: 0 } first, ..] && first.Length > Guard
        ? new CutPoint(0, first.End - Guard, 0, CutReason.SkippedSilence, first, 0)
        : new CutPoint(0, 0, 0, CutReason.Edge, null, 0);

    /// <summary>The last moment to hear, the silence after it skipped.</summary>
    public static CutPoint Ending(TrackTimeline track) =>
        track.Silences is [.., var last] && last.End == track.Duration && last.Length > Guard
            ? new CutPoint(last.Start + Guard, track.Duration, 0, CutReason.SkippedSilence, last, track.Speech)
            : new CutPoint(track.Duration, track.Duration, 0, CutReason.Edge, null, track.Speech);
}
