using System.Text;
using Yttl.Core.Captions;
using Yttl.Core.Captions.Speakers;
using Yttl.Core.Text;
using Yttl.Core.Time;

namespace Yttl.Core.Reports.Html;

/// <summary>What is said in a range of time.</summary>
/// <param name="cues">Ordered by start.</param>
internal sealed class SpokenWords(IReadOnlyList<Cue> cues)
{
    /// <summary>In characters, about four lines.</summary>
    public const int Longest = 280;

    /// <summary>Reports have milliseconds.</summary>
    private static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(1);

    /// <summary>Returns the cue in which a time lies, or the last before it; null where there is none.</summary>
    public Cue? CueAt(TimeSpan time) => LastAt(time) is var last and >= 0 ? cues[FirstBefore(last, time)] : null;

    /// <summary>
    /// Returns the words on one line, whole, with the names of speakers where they are known, cut to <see cref="Longest"/>;
    /// empty without any.
    /// </summary>
    public string In(TimeRange range)
    {
        var said = new StringBuilder();
        foreach (var (cue, name) in SpeakerTurns.Named(CuesIn(range), cue => cue.Speaker))
        {
            var words = Cut(cue, range);
            if (words.Length == 0)
                continue;
            if (said.Length > 0 && !UnspacedScripts.IsWide(said[^1]))
                said.Append(' ');
            said.Append(SpeakerTurns.Text(name, words));
            if (said.Length > Longest)
                break;
        }

        var text = said.ToString();
        return text.Length <= Longest ? text : PlainText.Cut(text, Longest - 1);
    }

    private IEnumerable<Cue> CuesIn(TimeRange range)
    {
        for (var i = FirstBefore(LastAt(range.Start), range.Start); i < cues.Count && cues[i].Start < range.End; i++)
        {
            if (cues[i].End > range.Start)
                yield return cues[i];
        }
    }

    /// <summary>Returns the index of the last cue that has begun; -1 where none has.</summary>
    private int LastAt(TimeSpan time)
    {
        var (from, to) = (0, cues.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = cues[middle].Start <= time + Rounding ? (middle + 1, to) : (from, middle);
        }

        return from - 1;
    }

    /// <summary>Goes back over cues that overlap.</summary>
    private int FirstBefore(int index, TimeSpan time)
    {
        while (index > 0 && cues[index - 1].End > time)
            index--;
        return Math.Max(0, index);
    }

    /// <summary>Leaves the words out that are said before and after the range, as if all letters took equally long.</summary>
    private static string Cut(Cue cue, TimeRange range)
    {
        var (from, to) = (LetterAt(cue, range.Start), LetterAt(cue, range.End));
        while (from > 0 && !IsBetweenWords(cue.Text, from))
            from--;
        while (to < cue.Text.Length && !IsBetweenWords(cue.Text, to))
            to++;
        return PlainText.Fold(cue.Text[from..Math.Max(from, to)]);
    }

    private static int LetterAt(Cue cue, TimeSpan time) => time <= cue.Start ? 0
        : time >= cue.End ? cue.Text.Length
        : (int)Math.Round(cue.Text.Length * ((time - cue.Start) / (cue.End - cue.Start)));

    private static bool IsBetweenWords(string text, int index) => index == text.Length
        || char.IsWhiteSpace(text[index - 1]) || char.IsWhiteSpace(text[index]) || UnspacedScripts.IsWide(text[index - 1]);
}
