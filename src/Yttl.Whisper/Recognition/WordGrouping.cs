namespace Yttl.Whisper.Recognition;

/// <summary>
/// Groups tokens into words with times. A word starts at a token with a leading space; scripts without spaces give a
/// word per token, like OpenAI's server. The text of characters that are split over tokens is taken from the segment's
/// text, the only place where they are whole.
/// </summary>
internal static class WordGrouping
{
    public static IReadOnlyList<RecognizedWord> Group(string text, IEnumerable<RecognizedToken> tokens)
    {
        var groups = new List<List<RecognizedToken>>();
        foreach (var token in tokens.Where(token => !token.IsSpecial && token.Text.Length > 0))
        {
            if (groups.Count == 0 || Begins(token, groups[^1]))
                groups.Add([token]);
            else
                groups[^1].Add(token);
        }

        return [.. Texts(text, groups)
            .Zip(groups, (word, group) =>
                new RecognizedWord(group[0].Start, Later(group[0].Start, group[^1].End), word.Trim()))
            .Where(word => word.Text.Length > 0)];
    }

    private static bool Begins(RecognizedToken token, List<RecognizedToken> before)
    {
        if (token.Text[0] == ' ')
            return true;
        return token.IsBroken
            ? !before[^1].IsBroken && IsWordByItself(before[^1].Text[^1])
            : IsWordByItself(token.Text[0]);
    }

    // Han, kana, Thai, Lao, Khmer and Myanmar are written without spaces.
    private static bool IsWordByItself(char c) =>
        c is (>= '\u2E80' and <= '\u9FFF') or (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F')
            or (>= '\u1780' and <= '\u17FF') or (>= '\uF900' and <= '\uFAFF');

    private static IEnumerable<string> Texts(string text, List<List<RecognizedToken>> groups)
    {
        var at = 0;
        for (var i = 0; i < groups.Count; i++)
        {
            var end = EndOf(text, at, groups, i);
            yield return text[at..end];
            at = end;
        }
    }

    private static int EndOf(string text, int at, List<List<RecognizedToken>> groups, int index)
    {
        if (index == groups.Count - 1)
            return text.Length;
        var own = Joined(groups[index]);
        if (!groups[index].Exists(token => token.IsBroken) && text.AsSpan(at).StartsWith(own, StringComparison.Ordinal))
            return at + own.Length;
        var next = groups.Skip(index + 1).FirstOrDefault(group => !group.Exists(token => token.IsBroken));
        var found = next is null ? -1 : text.IndexOf(Joined(next), at, StringComparison.Ordinal);
        return found < 0 ? text.Length : found;
    }

    private static string Joined(List<RecognizedToken> group) => string.Concat(group.Select(token => token.Text));

    private static TimeSpan Later(TimeSpan start, TimeSpan end) => end < start ? start : end;
}
