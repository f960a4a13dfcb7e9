using Yttl.Core.Captions;

namespace Yttl.Core.Search;

/// <summary>A cue that contains all words, or two consecutive cues that contain them only together.</summary>
public readonly record struct Passage(TimeSpan Start, string Text)
{
    /// <returns>In the order of the cues; no cue is in two passages.</returns>
    public static IEnumerable<Passage> Find(SearchWords words, IReadOnlyList<Cue> cues)
    {
        var next = MissingAt(0);
        for (var i = 0; i < cues.Count; i++)
        {
            (var missing, next) = (next, MissingAt(i + 1));
            if (missing.Count is 0)
            {
                yield return new Passage(cues[i].Start, cues[i].Text);
            }
            else if (next.Count > 0 && words.AreDisjoint(missing, next))
            {
                yield return new Passage(cues[i].Start, $"{cues[i].Text} {cues[i + 1].Text}");
                i++;
                next = MissingAt(i + 1);
            }
        }

        IReadOnlyCollection<string> MissingAt(int index) =>
            words.MissingIn(index < cues.Count ? SearchText.Fold(cues[index].Text) : "");
    }
}
