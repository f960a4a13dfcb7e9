using Yttl.Core.Captions;
using Yttl.Core.Captions.Speakers;

namespace Yttl.Core.Reports.Formats;

/// <summary>
/// Cues as SubRip. The format has no specification and no escapes, so this writes what every player reads.
/// </summary>
public static class SubRipWriter
{
    /// <summary>The speaker's name stands before the first cue of each turn.</summary>
    /// <param name="cues">Ordered by start.</param>
    public static void Write(IEnumerable<Cue> cues, TextWriter output)
    {
        var number = 0;
        foreach (var (cue, speaker) in SpeakerTurns.Named(cues, cue => cue.Speaker))
        {
            if (number > 0)
                output.Write('\n');
            output.Write(FormattableString.Invariant(
                $"{++number}\n{SubtitleText.Time(cue.Start, ',')} --> {SubtitleText.Time(cue.End, ',')}\n"));
            foreach (var line in SubtitleText.Lines(SpeakerTurns.Text(speaker, cue.Text)))
            {
                // The format has no escapes, so an arrow within the text would look like a line of times.
                output.Write(line.Replace("-->", "→", StringComparison.Ordinal));
                output.Write('\n');
            }
        }
    }
}
