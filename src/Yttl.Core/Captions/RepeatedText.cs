namespace Yttl.Core.Captions;

/// <summary>What the text of a cue says, and how often: <c>Thank you. Thank you.</c> says one thing twice.</summary>
/// <param name="Unit">Its speaker and its words in small letters, to compare.</param>
/// <param name="Times">At least 1; the last time may be cut off.</param>
internal sealed record RepeatedText(string Unit, int Times)
{
    /// <returns>Null where nothing is said.</returns>
    public static RepeatedText? Find(Cue cue)
    {
        if (!CueMarkup.IsSpoken(cue.Text))
            return null;
        var words = Words(cue.Text);
        var period = Period(words);
        var unit = string.Join(' ', words.Take(period));
        return new RepeatedText(cue.Speaker is null ? unit : $"{cue.Speaker}: {unit}", words.Count / period);
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (int from = 0, to; from < text.Length; from = to + 1)
        {
            to = from;
            while (to < text.Length && (char.IsLetterOrDigit(text[to]) || char.IsSurrogate(text[to])))
                to++;
            if (to > from)
                words.Add(text[from..to].ToLowerInvariant());
        }

        return words;
    }

    /// <summary>
    /// Returns after how many words all of them repeat, by the longest border of the text (Knuth, Morris and Pratt); all of
    /// them where they do not repeat twice.
    /// </summary>
    private static int Period(List<string> words)
    {
        var borders = new int[words.Count];
        for (var i = 1; i < borders.Length; i++)
        {
            var border = borders[i - 1];
            while (border > 0 && words[i] != words[border])
                border = borders[border - 1];
            borders[i] = words[i] == words[border] ? border + 1 : 0;
        }

        var period = words.Count - borders[^1];
        return period * 2 <= words.Count ? period : words.Count;
    }
}
