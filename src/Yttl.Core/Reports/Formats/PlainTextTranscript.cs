using Yttl.Core.Captions;
using Yttl.Core.Captions.Speakers;
using Yttl.Core.Text;

namespace Yttl.Core.Reports.Formats;

/// <summary>
/// A transcript as plain paragraphs without times, each turn with its speaker where that is known, for reading and for other
/// programs.
/// </summary>
public static class PlainTextTranscript
{
    /// <param name="cues">Ordered by start.</param>
    public static void Write(IEnumerable<Cue> cues, TextWriter output)
    {
        var first = true;
        foreach (var paragraph in TranscriptParagraph.Group(cues))
        {
            if (!first)
                output.Write('\n');
            first = false;
            output.Write(BidiControls.Balance(SpeakerTurns.Text(paragraph.Speaker, paragraph.Text)));
            output.Write('\n');
        }
    }
}
