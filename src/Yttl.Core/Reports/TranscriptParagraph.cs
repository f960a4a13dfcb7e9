using System.Text;
using Yttl.Core.Captions;
using Yttl.Core.Text;

namespace Yttl.Core.Reports;

/// <summary>Cues that belong to one paragraph.</summary>
internal readonly record struct TranscriptParagraph(TimeSpan Start, string Text)
{
    /// <summary>A pause of this length begins a new paragraph.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>In characters, about a hundred words. After that a paragraph ends with the next sentence.</summary>
    private const int ComfortableLength = 600;

    /// <summary>In characters. A paragraph ends here at the latest, for captions without full stops.</summary>
    private const int GreatestLength = 1200;

    /// <summary>In order. The words of every cue are in exactly one paragraph.</summary>
    public static IEnumerable<TranscriptParagraph> Group(IEnumerable<Cue> cues)
    {
        var text = new StringBuilder();
        var start = TimeSpan.Zero;
        var end = TimeSpan.Zero;
        foreach (var cue in cues)
        {
            if (text.Length > 0 && (cue.Start - end >= Pause || IsFull(text)))
            {
                yield return new(start, text.ToString());
                text.Clear();
            }
            if (text.Length == 0)
                start = cue.Start;
            else
                text.Append(' ');
            text.Append(cue.Text.ReplaceLineEndings(" ").Trim());
            end = cue.End;
        }
        if (text.Length > 0)
            yield return new(start, text.ToString());
    }

    private static bool IsFull(StringBuilder text) => text.Length >= GreatestLength
        || (text.Length >= ComfortableLength && SentenceEnds.IsStop(text[^1]));
}
