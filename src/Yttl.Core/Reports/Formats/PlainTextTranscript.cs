using Yttl.Core.Captions;
using Yttl.Core.Text;

namespace Yttl.Core.Reports.Formats;

/// <summary>A transcript as plain paragraphs without times, for reading and for other programs.</summary>
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
            output.Write(BidiControls.Balance(paragraph.Text));
            output.Write('\n');
        }
    }
}
