using Yttl.Core.Text;

namespace Yttl.Core.Captions;

/// <summary>What a cue says, and how often: <c>Thank you. Thank you.</c> says one thing twice.</summary>
/// <param name="Unit">A hash of the speaker and of the words in small letters, to compare; zero where nothing is said.</param>
/// <param name="Times">At least 1; the last time may be cut off.</param>
internal readonly record struct RepeatedText(ulong Unit, int Times)
{
    public static IReadOnlyList<RepeatedText> In(IReadOnlyList<Cue> cues)
    {
        var texts = new RepeatedText[cues.Count];
        var (words, borders) = (new List<ulong>(), new List<int>());
        for (var i = 0; i < texts.Length; i++)
            if (CueMarkup.IsSpoken(cues[i].Text))
                texts[i] = In(cues[i], words, borders);
        return texts;
    }

    private static RepeatedText In(Cue cue, List<ulong> words, List<int> borders)
    {
        Words(cue.Text, words);
        var period = Period(words, borders);
        var unit = cue.Speaker is { } speaker ? Hash(speaker) : Fnv1a.Basis;
        for (var i = 0; i < period; i++)
            unit = Fnv1a.Add(unit, words[i]);
        return new RepeatedText(unit is 0 ? 1 : unit, words.Count / period);
    }

    private static void Words(ReadOnlySpan<char> text, List<ulong> words)
    {
        words.Clear();
        for (int from = 0, to; from < text.Length; from = to + 1)
        {
            to = from;
            while (to < text.Length && (char.IsLetterOrDigit(text[to]) || char.IsSurrogate(text[to])))
                to++;
            if (to > from)
                words.Add(Hash(text[from..to]));
        }
    }

    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = Fnv1a.Basis;
        foreach (var letter in word)
            hash = Fnv1a.Add(hash, char.ToLowerInvariant(letter));
        return hash;
    }

    /// <summary>
    /// Returns after how many words all of them repeat, by the longest border of the text (Knuth, Morris and Pratt); the
    /// number of words where they do not repeat twice.
    /// </summary>
    private static int Period(List<ulong> words, List<int> borders)
    {
        borders.Clear();
        borders.Add(0);
        for (var i = 1; i < words.Count; i++)
        {
            var border = borders[i - 1];
            while (border > 0 && words[i] != words[border])
                border = borders[border - 1];
            borders.Add(words[i] == words[border] ? border + 1 : 0);
        }

        var period = words.Count - borders[^1];
        return period * 2 <= words.Count ? period : words.Count;
    }
}
