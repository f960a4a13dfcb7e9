using Yttl.Core.Captions;

namespace Yttl.Core.Summaries.Extractive;

/// <summary>Divides a transcript where another speaker has the word.</summary>
internal static class Speakers
{
    /// <summary>
    /// Divides cues where the speaker changes, as far as it is known, and where a song begins or ends, and removes marks.
    /// Cues without words are left out.
    /// </summary>
    public static IEnumerable<CueRun> Turns(IReadOnlyList<Cue> cues)
    {
        var turn = new List<SpokenCue>();
        string? speaker = null;
        foreach (var (index, cue) in cues.Index())
        {
            var text = SpokenText.WithoutMarks(cue.Text);
            if (!SpokenText.HasLetters(text))
                continue;
            var next = new SpokenCue(index, cue, text);
            var now = cue.Speaker ?? speaker;
            if (turn is [.., var last] && (now != speaker || last.IsSung != next.IsSung))
            {
                yield return new CueRun(turn);
                turn = [];
            }

            speaker = now;
            turn.Add(next);
        }

        if (turn.Count > 0)
            yield return new CueRun(turn);
    }
}
