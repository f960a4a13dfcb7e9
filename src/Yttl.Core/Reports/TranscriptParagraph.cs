using System.Text;
using Yttl.Core.Captions;
using Yttl.Core.Captions.Speakers;
using Yttl.Core.Text;

namespace Yttl.Core.Reports;

/// <summary>Cues that belong to one paragraph.</summary>
/// <param name="Speaker">The speaker's name where a turn begins, else null.</param>
internal readonly record struct TranscriptParagraph(TimeSpan Start, string Text, string? Speaker)
{
    /// <summary>A pause of this length begins a new paragraph.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>In characters, about a hundred words. After that a paragraph ends with the next sentence.</summary>
    private const int ComfortableLength = 600;

    /// <summary>In characters. A paragraph ends here at the latest, for captions without full stops.</summary>
    private const int GreatestLength = 1200;

    /// <summary>In order. The words of every cue are in exactly one paragraph, and each has one speaker.</summary>
    public static IEnumerable<TranscriptParagraph> Group(IEnumerable<Cue> cues) =>
        SpeakerTurns.Named(Join(cues), paragraph => paragraph.Speaker)
            .Select(turn => turn.Item with { Speaker = turn.Name });

    private static IEnumerable<TranscriptParagraph> Join(IEnumerable<Cue> cues)
    {
        var text = new StringBuilder();
        var (start, end) = (TimeSpan.Zero, TimeSpan.Zero);
        string? speaker = null;
        foreach (var cue in cues)
        {
            if (text.Length > 0 && (cue.Speaker != speaker || cue.Start - end >= Pause || IsFull(text)))
            {
                yield return new(start, text.ToString(), speaker);
                text.Clear();
            }
            if (text.Length == 0)
                (start, speaker) = (cue.Start, cue.Speaker);
            else
                text.Append(' ');
            text.Append(cue.Text.ReplaceLineEndings(" ").Trim());
            end = cue.End;
        }
        if (text.Length > 0)
            yield return new(start, text.ToString(), speaker);
    }

    private static bool IsFull(StringBuilder text) => text.Length >= GreatestLength
        || (text.Length >= ComfortableLength && SentenceEnds.IsStop(text[^1]));
}
