namespace Yttl.Core.Captions.Formats;

/// <summary>The result of reading a caption file. Exactly one of cues and reason is set.</summary>
/// <param name="Cues">At least one, ordered by start. Each text is plain and on one line.</param>
/// <param name="Reason">Why there are no cues, as a clause: <c>it is a web page, not captions</c>.</param>
/// <param name="Notes">
/// What is left out or was guessed, one clause each: <c>2 timing lines cannot be read, and their text is left out
/// (first: line 41)</c>. Empty without cues: the reason holds them.
/// </param>
internal sealed record CaptionReading(IReadOnlyList<Cue>? Cues, string? Reason, IReadOnlyList<string> Notes)
{
    /// <summary>The reason for prose.</summary>
    public const string WithoutTimes = "it is a text without times";

    /// <summary>Where the file repeats one line (<see cref="LoopedCues"/>): few words there prove nothing.</summary>
    public IReadOnlyList<TranscriptGap> Loops { get; init; } = [];

    /// <summary>As <see cref="ParsedCaptions.Language"/>.</summary>
    public string? Language { get; init; }

    public static CaptionReading From(IReadOnlyList<Cue> cues, IReadOnlyList<string> notes) => new(cues, null, notes);

    public static CaptionReading Failed(string reason) => new(null, reason, []);
}
