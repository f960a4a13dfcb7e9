using Yttl.Core.Captions;

namespace Yttl.LocalEngine.Search;

/// <summary>A cue that contains all words, or two consecutive cues that contain them only together.</summary>
internal readonly record struct Passage(TimeSpan Start, string Text)
{
    /// <returns>In the order of the cues; no cue is in two passages.</returns>
    public static IEnumerable<Passage> Find(SearchWords words, IReadOnlyList<Cue> cues)
    {
        for (var i = 0; i < cues.Count; i++)
        {
            var cue = cues[i];
            if (words.AllIn(cue.Text))
            {
                yield return new Passage(cue.Start, cue.Text);
            }
            else if (i + 1 < cues.Count && !words.AllIn(cues[i + 1].Text)
                && $"{cue.Text} {cues[i + 1].Text}" is var both && words.AllIn(both))
            {
                yield return new Passage(cue.Start, both);
                i++;
            }
        }
    }
}
