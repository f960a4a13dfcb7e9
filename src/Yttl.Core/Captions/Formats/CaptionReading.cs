namespace Yttl.Core.Captions.Formats;

/// <summary>The result of reading a caption file. Exactly one of the two is set.</summary>
/// <param name="Cues">At least one, ordered by start. Each text is plain and on one line.</param>
/// <param name="Reason">Why there are no cues, as a clause: <c>it is a web page, not captions</c>.</param>
internal sealed record CaptionReading(IReadOnlyList<Cue>? Cues, string? Reason)
{
    public static CaptionReading From(IReadOnlyList<Cue> cues) => new(cues, null);

    public static CaptionReading Failed(string reason) => new(null, reason);
}
