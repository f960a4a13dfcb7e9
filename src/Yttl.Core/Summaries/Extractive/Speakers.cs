using System.Text.RegularExpressions;
using Yttl.Core.Captions;

namespace Yttl.Core.Summaries.Extractive;

/// <summary>Removes speaker names from the text, as in meeting transcripts: <c>Ada Lovelace: Yes.</c></summary>
internal static partial class Speakers
{
    /// <summary>
    /// Splits cues where the speaker changes and removes the names, so that sentences of one person do not become
    /// similar. A name is text before a colon that begins more than one cue.
    /// </summary>
    public static IEnumerable<List<Cue>> Turns(IReadOnlyList<Cue> cues)
    {
        var labels = cues.Select(cue => Label().Match(cue.Text)).ToList();
        var speakers = labels.Where(label => label.Success).GroupBy(label => label.Groups[1].Value)
            .Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        var turn = new List<Cue>();
        string? speaker = null;
        for (var i = 0; i < cues.Count; i++)
        {
            var named = labels[i].Success && speakers.Contains(labels[i].Groups[1].Value);
            var now = named ? labels[i].Groups[1].Value : speaker;
            if (now != speaker && turn.Count > 0)
            {
                yield return turn;
                turn = [];
            }

            speaker = now;
            turn.Add(named ? cues[i] with { Text = cues[i].Text[labels[i].Length..] } : cues[i]);
        }

        if (turn.Count > 0)
            yield return turn;
    }

    [GeneratedRegex(@"^(\p{L}[^:.!?]{0,40}):\s+(?=\S)")]
    private static partial Regex Label();
}
