using Yttl.Core.Captions;
using Yttl.Core.Text;

namespace Yttl.Core.Sentences;

/// <summary>A word of a cue; of a script without spaces a letter.</summary>
/// <param name="Cue">The cue's index.</param>
/// <param name="From">The index of its first letter in the cue's text.</param>
/// <param name="To">The index after its last letter.</param>
/// <param name="Start">As <see cref="Captions.Cue.TimeAt"/>.</param>
/// <param name="Weight">1; 0.5 for a letter of a script without spaces.</param>
internal readonly record struct SpokenWord(int Cue, int From, int To, TimeSpan Start, TimeSpan End, double Weight)
{
    public static IEnumerable<SpokenWord> In(Cue cue, int index)
    {
        var text = cue.Text;
        for (var from = 0; from < text.Length;)
        {
            if (char.IsWhiteSpace(text[from]))
            {
                from++;
                continue;
            }

            var isWide = UnspacedScripts.IsWide(text[from]);
            var to = from + 1;
            while (!isWide && to < text.Length && !char.IsWhiteSpace(text[to]) && !UnspacedScripts.IsWide(text[to]))
                to++;
            yield return new SpokenWord(
                index, from, to, cue.TimeAt(from), cue.TimeAt(to), isWide ? 0.5 : 1);
            from = to;
        }
    }
}
