using System.Globalization;
using System.Text;

namespace Yttl.Core.Captions.Speakers;

/// <summary>
/// Decides which texts before a colon are names, by the whole transcript: no line shows by itself whether
/// <c>Mary: we sail</c> and <c>Note: we sail</c> differ. A name returns.
/// </summary>
internal static class RecurringNames
{
    /// <summary>Of a recorded meeting every cue has a label; a few are lost where captions are edited.</summary>
    private const double Complete = 0.9;

    /// <summary>A word that is also said is a name where it returns this often.</summary>
    private const int FewestBesideWord = 5;

    /// <summary>In scripts without capitals names are told by their number alone.</summary>
    private const int FewestWithoutCase = 3;

    /// <param name="labels">What stands before a colon where a line begins, in order, with repeats.</param>
    /// <param name="spoken">How many cues have words.</param>
    public static HashSet<string> Among(IEnumerable<string> labels, int spoken, IReadOnlyList<Cue> cues)
    {
        var counts = labels.CountBy(label => label, StringComparer.Ordinal)
            .Where(label => !LabelWords.AreOther(Words(label.Key))).ToList();
        var (all, recurring) = (counts.Sum(label => label.Value), counts.Where(label => label.Value > 1).Sum(label => label.Value));
        if (recurring == 0)
            return [];
        // Most cues begin with a label, and most labels return.
        var isUsual = all * 2 > spoken && recurring * 2 > all;
        var isComplete = isUsual && all >= spoken * Complete;
        var names = counts
            .Where(label => isComplete
                || (isUsual && (label.Value > 1 || IsName(label.Key)))
                || (label.Value > 1 && label.Key.Length > 1 && IsName(label.Key) && IsNumberedName(Words(label.Key))
                    && (HasCase(label.Key) || label.Value >= FewestWithoutCase)))
            .ToDictionary(StringComparer.Ordinal);
        if (!isUsual)
            foreach (var word in SaidWords(cues, names))
                names.Remove(word);
        return [.. names.Keys];
    }

    /// <summary>
    /// Returns whether a label that does not return may be a name all the same, so that the speaker before it no longer
    /// speaks.
    /// </summary>
    public static bool MayBeName(string label) => !LabelWords.AreOther(Words(label)) && IsName(label);

    private static string[] Words(string label) => label.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsName(string label) => Words(label).All(word =>
        !Rune.TryGetRuneAt(word, 0, out var first) || !Rune.IsLower(first) || LabelWords.IsParticle(word))
        && label.EnumerateRunes().Any(Rune.IsLetter);

    /// <summary><c>Speaker 1</c>, but not <c>Lesson 1</c>.</summary>
    private static bool IsNumberedName(string[] words) =>
        words.Length == 1 || !char.IsAsciiDigit(words[^1][0]) || LabelWords.MayBeNumbered(words[0]);

    private static bool HasCase(string label) => label.Any(char.IsUpper);

    /// <summary>Returns the labels of one word that are said in small letters, too: <c>Remember: …</c></summary>
    private static List<string> SaidWords(IReadOnlyList<Cue> cues, Dictionary<string, int> names)
    {
        var said = names.Where(name => name.Value < FewestBesideWord && name.Key.Any(char.IsLower))
            .GroupBy(name => name.Key.ToLower(CultureInfo.InvariantCulture), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(name => name.Key), StringComparer.Ordinal);
        if (said.Count == 0)
            return [];
        var lookup = said.GetAlternateLookup<ReadOnlySpan<char>>();
        var found = new List<string>();
        foreach (var cue in cues)
            for (int from = 0, to; from < cue.Text.Length; from = to + 1)
            {
                to = from;
                while (to < cue.Text.Length && char.IsLetter(cue.Text[to]))
                    to++;
                if (to > from && lookup.TryGetValue(cue.Text.AsSpan(from, to - from), out var same))
                    found.AddRange(same);
            }

        return found;
    }
}
