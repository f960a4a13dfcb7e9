using Yttl.Core.Languages;

namespace Yttl.Core.Audio;

/// <summary>One decoded audio track: where its samples are and what a planner has to know of them.</summary>
/// <remarks>
/// Time zero is that of the video: audio that starts late is padded with silence, so that a sample's index is its time.
/// All times are whole milliseconds.
/// </remarks>
/// <param name="Silences">In order, apart from each other, none shorter than the minimum asked for.</param>
/// <param name="Lost">
/// What the file should hold and does not, or holds damaged: padded with silence and shown as a gap.
/// </param>
/// <param name="Threshold">What counted as silence, in dB relative to full scale.</param>
/// <param name="Language">What the file says of the stream that was taken; null where it says nothing.</param>
public sealed record AudioTrack(
    AudioRef Audio,
    TimeSpan Duration,
    IReadOnlyList<Silence> Silences,
    IReadOnlyList<LostAudio> Lost,
    double Threshold,
    LanguageTag? Language);

/// <param name="Depth">How far below the threshold it stays on the average, in dB, at least 0.</param>
public sealed record Silence(TimeSpan Start, TimeSpan End, double Depth);

/// <param name="Reason">One sentence for people.</param>
public sealed record LostAudio(TimeSpan Start, TimeSpan End, string Reason);
