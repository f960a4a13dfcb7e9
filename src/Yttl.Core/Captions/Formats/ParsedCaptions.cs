namespace Yttl.Core.Captions.Formats;

/// <summary>What the reader of a format finds in a text.</summary>
/// <param name="Cues">Ordered by start. The lines of a text are separated by <c>\n</c>.</param>
/// <param name="Notes">
/// What is left out or was guessed, one clause each, without the file's name: see <see cref="LeftOut"/>.
/// </param>
internal sealed record ParsedCaptions(IReadOnlyList<Cue> Cues, IReadOnlyList<string> Notes)
{
    /// <summary>The language that the text declares, as it is written there; null where it declares none.</summary>
    public string? Language { get; init; }

    /// <param name="leftOut">Those that counted nothing give no note.</param>
    public static ParsedCaptions From(IEnumerable<OpenCue> cues, params ReadOnlySpan<LeftOut> leftOut)
    {
        var notes = new List<string>();
        foreach (var one in leftOut)
            if (one.Note is { } note)
                notes.Add(note);
        return new ParsedCaptions(OpenCue.Close(cues), notes);
    }
}
