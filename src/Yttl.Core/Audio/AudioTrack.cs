using Yttl.Core.Languages;

namespace Yttl.Core.Audio;

/// <summary>One decoded audio track: the reference to its samples and the data that a chunk planner needs.</summary>
/// <remarks>
/// Time zero is that of the video: audio that starts late is padded with silence, so that a sample's index is its time.
/// All times are whole milliseconds.
/// </remarks>
/// <param name="Silences">In order, with audio between them, none shorter than the configured minimum.</param>
/// <param name="Lost">Ranges that the file lacks or holds damaged: padded with silence and reported as gaps.</param>
/// <param name="Threshold">Silence threshold used, in dB relative to full scale.</param>
/// <param name="Language">Language that the file states for the decoded stream; null where it states none.</param>
public sealed record AudioTrack(
    AudioRef Audio,
    TimeSpan Duration,
    IReadOnlyList<Silence> Silences,
    IReadOnlyList<LostAudio> Lost,
    double Threshold,
    LanguageTag? Language);

/// <param name="Depth">Average distance below the threshold, in dB; at least 0.</param>
public sealed record Silence(TimeSpan Start, TimeSpan End, double Depth);

/// <param name="Reason">One sentence for people.</param>
public sealed record LostAudio(TimeSpan Start, TimeSpan End, string Reason);
