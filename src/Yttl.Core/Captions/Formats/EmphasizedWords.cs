namespace Yttl.Core.Captions.Formats;

/// <summary>
/// Joins the cues of one sentence of which each sets off another word by its letters alone: in capitals, or between
/// asterisks or brackets. Only runs in which exactly one word of at least three differs, further on in each cue, are
/// joined: no speaker repeats a sentence so.
/// </summary>
internal static class EmphasizedWords
{
    private const int FewestWords = 3;

    private const string Emphasis = "*_[](){}<>|~`";

    private const string Signs = Emphasis + " \n";

    private static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(1);

    /// <param name="cues">Ordered by start.</param>
    public static IReadOnlyList<Cue> Join(IReadOnlyList<Cue> cues)
    {
        var joined = new List<Cue>(cues.Count);
        for (int first = 0, next; first < cues.Count; first = next)
        {
            next = first + 1;
            if (next == cues.Count || !MayBeAlike(cues[first].Text, cues[next].Text))
            {
                joined.Add(cues[first]);
                continue;
            }

            var words = Words(cues[first]);
            var run = new List<string[]> { words };
            for (next = first + 1; next < cues.Count && words.Length >= FewestWords && Continues(cues, next, run[^1]); next++)
                run.Add(Words(cues[next]));
            joined.AddRange(run.Count < FewestWords ? cues.Skip(first).Take(next - first) : Sentences(cues, first, run));
        }

        return joined.Count == cues.Count ? cues : joined;
    }

    private static bool Continues(IReadOnlyList<Cue> cues, int next, string[] words) =>
        cues[next].Start - cues[next - 1].End <= LongestGap && MayBeAlike(cues[next - 1].Text, cues[next].Text)
        && Words(cues[next]) is var others
        && words.Length == others.Length
        && words.Zip(others).All(pair => Plain(pair.First).Equals(Plain(pair.Second), StringComparison.OrdinalIgnoreCase))
        && !words.SequenceEqual(others);

    /// <summary>Returns whether two texts begin with the same letter, whatever its case and the signs before it.</summary>
    private static bool MayBeAlike(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        one = one.TrimStart(Signs);
        other = other.TrimStart(Signs);
        return one.IsEmpty || other.IsEmpty || char.ToUpperInvariant(one[0]) == char.ToUpperInvariant(other[0]);
    }

    /// <summary>The run as it is, unless it is one sentence or more whose words are set off one after the other.</summary>
    private static IEnumerable<Cue> Sentences(IReadOnlyList<Cue> cues, int first, List<string[]> run)
    {
        string[] usual = [.. Enumerable.Range(0, run[0].Length).Select(word => run
            .GroupBy(words => words[word]).MaxBy(form => form.Count())!.Key)];
        var places = run.ConvertAll(words => Place(words, usual));
        var sentences = new List<Cue>();
        for (var i = 0; i < run.Count; i++)
        {
            if (places[i] < 0)
                return cues.Skip(first).Take(run.Count);
            if (i > 0 && places[i] > places[i - 1])
                sentences[^1] = sentences[^1] with { End = cues[first + i].End };
            else
                sentences.Add(cues[first + i] with { Text = string.Join(' ', usual) });
        }

        return sentences.Count * FewestWords <= run.Count ? sentences : cues.Skip(first).Take(run.Count);
    }

    /// <summary>Returns which word differs; -1 where none does or several do.</summary>
    private static int Place(string[] words, string[] usual)
    {
        int[] places = [.. Enumerable.Range(0, words.Length).Where(i => words[i] != usual[i])];
        return places is [var only] ? only : -1;
    }

    private static string[] Words(Cue cue) => cue.Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static ReadOnlySpan<char> Plain(string word) => word.AsSpan().Trim(Emphasis);
}
