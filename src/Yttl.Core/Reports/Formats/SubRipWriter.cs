using Yttl.Core.Captions;

namespace Yttl.Core.Reports.Formats;

/// <summary>
/// Cues as SubRip. The format has no specification and no escapes, so this writes what every player reads.
/// </summary>
public static class SubRipWriter
{
    /// <param name="cues">Ordered by start.</param>
    public static void Write(IEnumerable<Cue> cues, TextWriter output)
    {
        var number = 0;
        foreach (var cue in cues)
        {
            if (number > 0)
                output.Write('\n');
            output.Write(FormattableString.Invariant(
                $"{++number}\n{SubtitleText.Time(cue.Start, ',')} --> {SubtitleText.Time(cue.End, ',')}\n"));
            foreach (var line in SubtitleText.Lines(cue.Text))
            {
                // The format has no escapes, so an arrow within the text would look like a line of times.
                output.Write(line.Replace("-->", "→", StringComparison.Ordinal));
                output.Write('\n');
            }
        }
    }
}
