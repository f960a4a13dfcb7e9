using System.Text.RegularExpressions;
using Yttl.Core.Captions;

namespace Yttl.Core.Summaries.Extractive;

/// <summary>Removes speaker names from the text, as in meeting transcripts: <c>Ada Lovelace: Yes.</c></summary>
internal static partial class Speakers
{
    /// <summary>
    /// Divides cues where the speaker changes and removes marks and names, so that sentences of one person do not become
    /// similar. A name is text before a colon that begins more than one cue, or where most cues begin with one. Cues without
    /// words are left out.
    /// </summary>
    public static IEnumerable<CueRun> Turns(IReadOnlyList<Cue> cues)
    {
        var spoken = cues.Select((cue, index) => new SpokenCue(index, cue, SpokenText.WithoutMarks(cue.Text)))
            .Where(cue => SpokenText.HasLetters(cue.Text)).ToList();
        var labels = spoken.ConvertAll(cue => Label().Match(cue.Text));
        var areUsual = labels.Count(label => label.Success) * 2 > labels.Count;
        var speakers = labels.Where(label => label.Success).GroupBy(label => label.Groups[1].Value)
            .Where(group => areUsual || group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        var turn = new List<SpokenCue>();
        string? speaker = null;
        for (var i = 0; i < spoken.Count; i++)
        {
            var isNamed = labels[i].Success && speakers.Contains(labels[i].Groups[1].Value);
            var now = isNamed ? labels[i].Groups[1].Value : speaker;
            var isSung = turn is [.., var last] && last.IsSung != spoken[i].IsSung;
            if ((now != speaker || isSung) && turn.Count > 0)
            {
                yield return new CueRun(turn);
                turn = [];
            }

            speaker = now;
            turn.Add(isNamed ? spoken[i] with { Text = spoken[i].Text[labels[i].Length..] } : spoken[i]);
        }

        if (turn.Count > 0)
            yield return new CueRun(turn);
    }

    // A full stop stands behind an initial or a short title only: "Karim T.", "Dr. Ott".
    [GeneratedRegex(@"^(\p{L}(?:[^:.!?]|(?<=\b\p{Lu}\p{Ll}{0,2})\.){0,40}):\s+(?=\S)")]
    private static partial Regex Label();
}
