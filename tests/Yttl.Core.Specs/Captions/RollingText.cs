using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Captions;

namespace Yttl.Core.Specs.Captions;

/// <summary>Writes lines as a roll-up caption window shows them: what automatic captions look like.</summary>
internal sealed record RollingText(string[] Lines, int WindowLines, bool Fillers)
{
    private static readonly TimeSpan Line = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Filler = TimeSpan.FromMilliseconds(10);

    /// <summary>Few words, so that lines often come again, at once or later: refrains.</summary>
    private static readonly string[] Words = ["la", "love", "me", "do", "♪"];

    public static readonly Gen<string> AnyLine =
        from count in Gen.Choose(1, 3)
        from words in Gen.Elements(Words).ArrayOf(count)
        select string.Join(' ', words);

    public static readonly Gen<RollingText> Any =
        from lines in AnyLine.NonEmptyListOf()
        from window in Gen.Choose(2, 4)
        from fillers in Gen.Elements(true, false)
        select new RollingText([.. lines], window, fillers);

    public IReadOnlyList<Cue> Cues()
    {
        var cues = new List<Cue>();
        for (var i = 0; i < Lines.Length; i++)
        {
            var start = Line * i;
            var end = start + Line;
            var first = Math.Max(0, i + 1 - WindowLines);
            var kept = Math.Max(first, i + 2 - WindowLines);
            cues.Add(new Cue(start, Fillers ? end - Filler : end, string.Join('\n', Lines[first..(i + 1)])));
            if (Fillers)
                cues.Add(new Cue(end - Filler, end, string.Join('\n', Lines[kept..(i + 1)])));
        }

        return cues;
    }
}
